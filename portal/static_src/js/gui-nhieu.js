// Gửi nhiều tệp: files go one by one, each told by its own hash, so that what is there is not sent again. Without this file
// the form sends them all at once.
"use strict";
(() => {
  const form = document.querySelector("[data-gui-nhieu]");
  if (!form || !window.fetch) return;
  const input = form.querySelector("input[type=file]");
  const [box, said, bar, list] = ["tien-do", "noi", "thanh", "danh-sach"].map((name) => form.querySelector(`[data-${name}]`));
  const button = form.querySelector("[data-gui]");
  const HASHED = 64 * 1024 * 1024; // larger files are read for their hash by the server only
  const TRIES = 4;
  const wait = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));
  const token = () => form.querySelector("[name=csrfmiddlewaretoken]").value;

  const hash = async (file) => {
    if (!crypto.subtle || file.size > HASHED) return "";
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
    return [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");
  };
  const post = async (url, data) => {
    for (let turn = 1; ; turn += 1) {
      try {
        const answer = await fetch(url, { method: "POST", body: data, headers: { "X-CSRFToken": token(), Accept: "application/json" } });
        const json = (answer.headers.get("Content-Type") || "").startsWith("application/json");
        if (json) return [answer.status, await answer.json()];
        if (answer.status < 500) return [answer.status, { told: "Cổng không nhận; hãy tải lại trang, có thể phiên đăng nhập đã hết." }];
      } catch {
        // no network for a moment: tried again below
      }
      if (turn === TRIES) return [0, { told: "Mạng đứt nên chưa gửi được; bấm Gửi lần nữa để gửi tiếp." }];
      await wait(turn * 2);
    }
  };
  const row = (file) => {
    const line = document.createElement("li");
    const [name, told] = [document.createElement("span"), document.createElement("span")];
    line.className = "sending__file";
    told.className = "sending__told";
    name.textContent = file.name;
    told.textContent = "đang chờ";
    line.append(name, told);
    list.append(line);
    return (state, words) => { line.dataset.o = state; told.textContent = words; };
  };
  const SAID = { kept: "đã nhận", again: "đã có từ trước" };
  const one = async (file, tell) => {
    const data = new FormData(form);
    data.delete("tep");
    data.append("tep", file, file.name);
    tell("di", "đang gửi");
    const [status, answer] = await post(form.dataset.tep, data);
    const state = status === 200 ? answer.state : "refused";
    tell(state, SAID[state] || answer.told);
    return state;
  };
  const known = async (files) => {
    said.textContent = "Đang xem tệp nào đã có…";
    const hashes = [];
    for (const file of files) hashes.push(await hash(file));
    const data = new FormData();
    hashes.filter(Boolean).forEach((sum) => data.append("ma", sum));
    const [status, answer] = data.has("ma") ? await post(form.dataset.daCo, data) : [0, {}];
    const there = new Set(status === 200 ? answer.there : []);
    return hashes.map((sum) => there.has(sum));
  };
  const all = async (files) => {
    const count = { kept: 0, again: 0, refused: 0 };
    list.replaceChildren();
    const tells = files.map(row);
    bar.max = files.length;
    bar.value = 0;
    const there = await known(files);
    for (const [at, file] of files.entries()) {
      let state = "again";
      if (there[at]) tells[at]("again", SAID.again);
      else state = await one(file, tells[at]);
      count[state] += 1;
      bar.value = at + 1;
      said.textContent = `Đã gửi ${at + 1}/${files.length} tệp`;
    }
    return count;
  };
  form.addEventListener("submit", async (event) => {
    const files = [...input.files];
    if (!files.length || files.length > Number(form.dataset.nhieuNhat)) return; // the server says what is wrong
    event.preventDefault();
    box.hidden = false;
    box.scrollIntoView({ block: "nearest" });
    button.disabled = true;
    const count = await all(files);
    button.disabled = false;
    const link = document.createElement("a");
    link.href = form.dataset.bang;
    link.textContent = "Xem lại tên, loại và tạo bản nháp";
    said.textContent = `Xong: nhận ${count.kept} tệp, có sẵn ${count.again}, không nhận ${count.refused}. `;
    said.append(link);
  });
})();
