// Viết nhanh on a phone: photos become rows at once, everything is kept on the device, and sent once when there is network.
"use strict";
(() => {
  const { box, hour, button, strip, line, fieldsOf, swap, send, patience, delayed, LOST } = window.giuBai;
  const THINKING = 700;
  let form, kept, say, photos, busy, sending, asking, touched = 0;

  const rows = () => [...form.querySelectorAll(".quick__shot")];
  const record = (more = {}) => {
    const words = Object.fromEntries([...photos.values()].map((one) => [one.id, [one.caption.value, one.alt.value]]));
    const pending = kept.read()?.pending ?? "";
    return { at: Date.now(), fields: fieldsOf(form), words, pending, ...more };
  };
  const empty = () => !photos.size && !rows().length && !form.elements.text.value.trim() && !form.elements.title.value.trim();
  const keep = (more) => {
    if (empty()) { kept.clear(); say(""); return; }
    const fine = kept.write(record(more));
    say(fine ? `Đã giữ trên máy lúc ${hour(Date.now())}.` : "Máy này không giữ được chữ: hãy bấm Lưu nháp luôn.", !fine);
  };

  // ---- rows --------------------------------------------------------------------------------------------------------
  const number = () => rows().forEach((row, at) => {
    row.querySelector("label.unseen").textContent = `Chú thích ảnh ${at + 1}`;
    row.querySelector("canvas, img")?.setAttribute(row.querySelector("canvas") ? "aria-label" : "alt", `Ảnh ${at + 1}`);
  });
  const blank = () => form.querySelector("#mau-anh").content.firstElementChild.cloneNode(true);
  const dress = (row, id) => {
    const [caption, alt] = [row.querySelector("[data-caption]"), row.querySelector("[data-alt]")];
    caption.id = `chu-${id}`;
    row.querySelector("[data-nhan]").htmlFor = caption.id;
    caption.setAttribute("enterkeyhint", "next");
    return [caption, alt];
  };
  const showPhoto = async (photo, [caption, alt] = ["", ""]) => {
    const row = blank();
    const inputs = dress(row, photo.id);
    [inputs[0].value, inputs[1].value] = [caption, alt];
    photos.set(photo.id, { ...photo, row, caption: inputs[0], alt: inputs[1] });
    row.querySelector("[data-bo]").addEventListener("click", () => {
      photos.delete(photo.id);
      kept.dropPhoto(photo.id);
      row.remove();
      changed();
    });
    form.querySelector(".quick__shots").append(row);
    number();
    row.querySelector(".quick__thumb").append(await window.giuAnh.thumb(photo.blob, `Ảnh ${rows().indexOf(row) + 1}`));
  };
  /** A row of a photo the portal has already; shown again after the page was closed. */
  const showStored = (at, said) => {
    const row = blank();
    const [caption, alt] = dress(row, at);
    row.dataset.dong = at;
    for (const [part, input] of [["caption", caption], ["alt", alt]]) {
      input.name = `anh-${at}-${part}`;
      input.value = said.get(input.name) ?? "";
    }
    for (const name of ["dong", `anh-${at}-picture`, `anh-${at}-taken`]) {
      const hidden = document.createElement("input");
      [hidden.type, hidden.name, hidden.value] = ["hidden", name, name === "dong" ? at : said.get(name) ?? ""];
      row.append(hidden);
    }
    const image = document.createElement("img");
    image.src = form.dataset.thuNho.replace("/0/", `/${said.get(`anh-${at}-picture`)}/`);
    row.querySelector(".quick__thumb").append(image);
    row.querySelector("[data-bo]").addEventListener("click", () => { row.remove(); changed(); });
    form.querySelector(".quick__shots").append(row);
    number();
  };
  const take = async (files) => {
    say(`Đang chuẩn bị ${files.length} ảnh…`);
    for (const [at, file] of files.entries()) {
      const id = `${Date.now()}-${String(at).padStart(3, "0")}`;
      const photo = { id, ...(await window.giuAnh.smaller(file)) };
      try { await kept.putPhoto(id, photo); } catch { say("Máy này không giữ được ảnh: hãy bấm Lưu nháp luôn.", true); }
      await showPhoto(photo);
    }
    changed();
  };

  // ---- guesses -----------------------------------------------------------------------------------------------------
  const ask = async () => {
    const data = new FormData(form);
    data.delete("anh");
    const silent = [...photos.values()].filter((one) => !one.caption.value.trim() && !one.alt.value.trim()).length;
    data.set("coming", photos.size);
    data.set("silent", silent);
    for (const one of photos.values()) if (one.taken) data.append("taken", one.taken);
    const [place, then] = [form.querySelector("#goi-y"), touched];
    try {
      const answer = await fetch(form.dataset.goiY, { method: "POST", body: data, redirect: "manual" });
      const guesses = await answer.text();
      const late = touched !== then || place.contains(document.activeElement); // what was chosen meanwhile counts more
      if (answer.ok && place.isConnected && !late) place.innerHTML = guesses;
    } catch { /* a guess is only an aid */ }
  };
  const changed = () => {
    touched += 1;
    keep();
    clearTimeout(asking);
    if (navigator.onLine) asking = setTimeout(ask, THINKING);
  };

  // ---- sending -----------------------------------------------------------------------------------------------------
  const parcel = (verb) => {
    const data = new FormData(form);
    data.delete("anh");
    data.set("do", verb);
    let at = Math.max(-1, ...rows().filter((row) => row.dataset.dong).map((row) => Number(row.dataset.dong)));
    for (const one of photos.values()) {
      at += 1;
      data.append("anh", one.blob, one.name);
      data.set(`anh-${at}-caption`, one.caption.value);
      data.set(`anh-${at}-alt`, one.alt.value);
      if (one.taken) data.set(`anh-${at}-taken`, one.taken);
    }
    return data;
  };
  const waiting = () => say(delayed(kept.read()?.at), true);
  const trySending = async () => {
    const pending = kept.read()?.pending;
    if (!pending || sending) return;
    sending = true;
    await busy;
    say("Đang gửi…");
    try {
      const answer = await send(form.action, parcel(pending));
      if (answer.url) {
        kept.clear();
        await kept.dropPhotos();
        location.assign(answer.url);
        return;
      }
      kept.write(record({ pending: "" }));
      const screen = answer.html.includes('id="viet-nhanh"');
      if (screen) await kept.dropPhotos(); // the portal holds them now, by their rows
      if (answer.status === 400 || !swap(answer.html)) say(`Cổng chưa nhận bài (${answer.status}). Bài vẫn giữ trên máy này.`, true);
    } catch (error) {
      if (error !== LOST) throw error;
      waiting();
      later();
    } finally {
      sending = false;
    }
  };
  const later = patience(() => { if (form?.isConnected) trySending(); });
  const submitted = (event) => {
    event.preventDefault();
    keep({ pending: event.submitter?.value ?? "save" });
    if (empty()) { say("Chưa có ảnh, chưa có chữ: hãy gõ ít nhất một dòng.", true); form.elements.text.focus(); return; }
    trySending();
  };

  // ---- coming back -------------------------------------------------------------------------------------------------
  const restore = async (was) => {
    const said = new Map(was.fields);
    for (const input of form.elements) {
      if (!input.name || ["csrfmiddlewaretoken", "do"].includes(input.name) || input.type === "file") continue;
      if (input.type === "checkbox") input.checked = said.has(input.name);
      else if (said.has(input.name)) input.value = said.get(input.name);
    }
    for (const [name, value] of was.fields) if (name === "dong" && said.get(`anh-${value}-picture`)) showStored(value, said);
    for (const photo of await kept.photos().catch(() => [])) await showPhoto(photo, was.words?.[photo.id]);
    strip(form, `Đã khôi phục bài gõ dở lúc ${hour(was.at)} trên máy này.`, [button("Bỏ, viết bài khác", async () => {
      if (!confirm("Bỏ hẳn bài gõ dở này, cả chữ và ảnh?")) return;
      kept.clear();
      await kept.dropPhotos();
      location.replace(location.pathname);
    })]);
    ask();
    if (was.pending) trySending(); else say(`Đã giữ trên máy lúc ${hour(was.at)}.`);
  };

  const start = (again) => {
    form = document.getElementById("viet-nhanh");
    if (!form) return;
    [photos, busy, sending] = [new Map(), Promise.resolve(), false];
    clearTimeout(asking); // a guess asked for before the answer came would wipe what the answer objects to
    touched += 1;
    kept = box(form.dataset.giuNguoi, form.dataset.giu);
    say = line(form);
    form.classList.add("co-js");
    form.addEventListener("input", (event) => { if (event.target.type !== "file") changed(); });
    form.addEventListener("change", (event) => {
      if (event.target.type !== "file") return;
      const files = [...event.target.files];
      event.target.value = "";
      busy = busy.then(() => take(files)).catch(() => say("Có ảnh máy này không mở được; hãy chọn lại.", true));
    });
    form.addEventListener("focusout", ({ target }) => { if (target.closest("#goi-y")) changed(); });
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !event.target.matches("input[type=text]")) return;
      event.preventDefault(); // on a phone, Enter means the next photo, not "send"
      const lines = [...form.querySelectorAll(".quick__shot .field > input[type=text]")];
      (lines[lines.indexOf(event.target) + 1] ?? event.target).focus();
    });
    form.addEventListener("submit", submitted);
    const was = kept.read();
    if (again || "giuDangGo" in form.dataset) keep({ pending: "" });
    else if (was) restore(was);
    else kept.dropPhotos();
  };

  document.addEventListener("giu-bai:thay", () => start(true));
  window.addEventListener("offline", () => { if (form && kept.read()?.pending) waiting(); });
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  start(false);
})();
