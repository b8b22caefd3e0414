// The editor: every keystroke kept on the device; the portal's text always stands in the form, the device's beside it.
"use strict";
(() => {
  const { box, hour, element, button, strip, line, fieldsOf, send, patience, delayed, LOST } = window.giuBai;
  const SAVING = ["save", "route", "preview"], OLD = "/cu", MOST = 5;
  const APART = ["based_on", "accept"];
  let form, kept, say, sending, natively, base;

  const basedOn = () => form.elements.based_on?.value ?? "";
  const typed = () => fieldsOf(form).map(([name, value]) => [name, value.replaceAll("\r\n", "\n")]);
  const words = (fields) => JSON.stringify(fields.filter(([name]) => !APART.includes(name)));
  const keep = (more = {}) => {
    const fine = kept.write({ at: Date.now(), fields: typed(), base, basedOn: basedOn(), pending: kept.read()?.pending ?? "", ...more });
    say(fine ? `Đã giữ trên máy lúc ${hour(Date.now())}, chưa lưu lên cổng.` : "Máy này không giữ được chữ: hãy bấm Lưu luôn.", !fine);
  };

  // ---- what this device kept and the portal does not have -----------------------------------------------------------
  const olds = () => kept.read(OLD)?.list ?? [];
  const putOlds = (list) => { if (list.length) kept.write({ at: list.at(-1).at, list: list.slice(-MOST) }, OLD); else kept.clear(OLD); };
  const forget = () => { putOlds(olds().slice(0, -1)); form.querySelector(".giu-lai")?.remove(); offer(); };
  const throwAway = () => button("Bỏ bản trên máy", () => { if (confirm("Bỏ hẳn bản gõ dở này?")) forget(); });

  const hidden = (name, value) => {
    const made = document.createElement("input");
    [made.type, made.name, made.value] = ["hidden", name, value];
    return made;
  };
  /** Has the portal show the kept text in the form, blocks and all; nothing is saved by it. */
  const bringBack = (was) => {
    const made = document.createElement("form");
    [made.method, made.enctype, made.action] = ["post", "multipart/form-data", location.pathname];
    const token = form.elements.csrfmiddlewaretoken.value;
    made.append(hidden("csrfmiddlewaretoken", token), hidden("do", "giu"), ...was.fields.map(([name, value]) => hidden(name, value)));
    putOlds([...olds().slice(0, -1), { ...was, back: true }]);
    document.body.append(made);
    made.submit();
  };

  const labelOf = (name) => {
    const here = form.elements.namedItem(name);
    const label = here?.labels?.[0]?.textContent.trim() ?? "";
    const place = here?.closest?.("fieldset.block")?.querySelector("legend")?.textContent.trim();
    return [place, label].filter(Boolean).join(": ") || "Đoạn không còn trong bản trên cổng";
  };
  const copy = (name, value, pressed) => {
    let here = form.elements.namedItem(name);
    if (!here || here instanceof RadioNodeList) {
      here = [...form.querySelectorAll("textarea[name$='-text']")].at(-1);
      if (!here) { navigator.clipboard?.writeText(value); return; }
      here.value = `${here.value}\n\n${value}`.trim();
    } else if (here.type === "checkbox") here.checked = true;
    else here.value = value;
    here.closest("details")?.setAttribute("open", "");
    here.dispatchEvent(new Event("input", { bubbles: true }));
    here.scrollIntoView({ block: "center" });
    [pressed.textContent, pressed.disabled] = ["Đã chép", true];
  };
  /** Every field changed on this device that says something else than the portal's, or stands nowhere in it. */
  const differences = (was) => {
    const here = typed();
    const same = new Set([...here, ...(was.base ?? [])].map(([name, value]) => `${name}=${value}`));
    const said = new Set(here.filter(([name]) => /^b-/.test(name)).map(([, value]) => value));
    return was.fields.filter(([name, value]) => {
      if (!value.trim() || APART.includes(name) || name === "khoi" || same.has(`${name}=${value}`)) return false;
      const there = form.elements.namedItem(name);
      if (there?.type === "hidden" || /-(picture|document|TOTAL_FORMS|INITIAL_FORMS|shots)$/.test(name)) return false;
      return !(/^b-/.test(name) && said.has(value));
    });
  };
  const shownAs = (name, value) => {
    const there = form.elements.namedItem(name);
    const option = there?.options && [...there.options].find((one) => one.value === value);
    return option ? option.textContent : there?.type === "checkbox" ? "có đánh dấu" : value;
  };
  const sideBySide = (was) => {
    const list = differences(was).map(([name, value]) => {
      const pressed = button("Chép lại", () => copy(name, value, pressed));
      return element("li", [element("b", labelOf(name)), element("p", shownAs(name, value), "giu-chu"), pressed]);
    });
    const sentence = `Máy này còn giữ bản chưa gửi, gõ lúc ${hour(was.at)}; `
      + ("giuDong" in form.dataset ? "bài đang đóng nên bản ấy chưa gửi được, chữ thì còn đây."
        : `bản trên cổng đã đổi ${form.dataset.giuDoi}. Bản trên cổng đang ở trong các ô; dưới đây là những chỗ máy này ghi khác.`);
    strip(form, sentence, [throwAway()]).insertBefore(element("ol", list, "giu-khac"), form.querySelector(".giu-lai .form__buttons"));
  };
  const offer = () => {
    const was = olds().at(-1);
    if (!was) return;
    if (was.basedOn !== basedOn()) { sideBySide(was); return; }
    strip(form, `Máy này còn giữ bản gõ lúc ${hour(was.at)}, chưa lưu lên cổng.`,
      [button("Khôi phục", () => bringBack(was), "button button--small"), throwAway()]);
  };

  // ---- sending -----------------------------------------------------------------------------------------------------
  const trySending = async () => {
    const pending = kept.read()?.pending;
    if (!pending || sending) return;
    sending = true;
    say("Đang lưu…");
    const data = new FormData(form);
    data.set("do", pending);
    try {
      const answer = await send(location.pathname, data);
      if (answer.url) { kept.clear(); location.assign(answer.url); return; }
      keep({ pending: "" });
      if (answer.html.includes(" data-giu-moved")) { location.replace(location.pathname); return; }
      natively = true; // what the portal objects to, it shows itself
      form.requestSubmit(form.querySelector(`button[name="do"][value="${pending}"]`));
    } catch (error) {
      if (error !== LOST) throw error;
      say(delayed(kept.read()?.at), true);
      later();
    } finally {
      sending = false;
    }
  };
  const later = patience(() => { if (form?.isConnected) trySending(); });
  const submitted = (event) => {
    if (natively) return;
    const verb = event.submitter?.value ?? "save";
    if (!SAVING.includes(verb)) {
      if (navigator.onLine) return;
      event.preventDefault();
      say("Mất mạng: thêm, bớt, chuyển khối thì đợi có mạng. Chữ vẫn giữ trên máy.", true);
      return;
    }
    event.preventDefault();
    keep({ pending: verb });
    trySending();
  };

  const start = () => {
    form = document.querySelector("form[data-giu-sua]");
    if (!form) return;
    kept = box(form.dataset.giuNguoi, form.dataset.giuSua);
    say = line(form);
    [sending, natively] = [false, false];
    form.addEventListener("input", () => keep());
    form.addEventListener("submit", submitted);
    if ("giuDangGo" in form.dataset) {
      base = kept.read()?.base ?? olds().at(-1)?.base ?? [];
      putOlds(olds().filter((one) => !one.back));
      keep({ pending: "" });
      if ("giuMoved" in form.dataset) location.replace(location.pathname);
      return;
    }
    const was = kept.read();
    kept.clear();
    base = typed();
    if (was && words(was.fields) !== words(base)) putOlds([...olds(), was]);
    offer();
  };

  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  start();
})();
