// Keeps on the device what is typed and chosen, a person's own and nobody else's, until the portal has it.
// Text lies in localStorage (written at every keystroke), photos in IndexedDB. Nothing here decides anything.
"use strict";
window.giuBai = (() => {
  const MARK = "giu-bai/";
  const MONTH = 31 * 24 * 3600 * 1000;
  const ASKED = { "X-Giu-Bai": "1" };
  let opening = null;

  // ---- photos ------------------------------------------------------------------------------------------------------
  const database = () => {
    opening ??= new Promise((done, failed) => {
      const asked = indexedDB.open("giu-bai", 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore("anh");
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => failed(asked.error);
    });
    return opening;
  };
  const store = async (mode, work) => {
    const transaction = (await database()).transaction("anh", mode);
    const asked = work(transaction.objectStore("anh"));
    return new Promise((done, failed) => {
      transaction.oncomplete = () => done(asked && asked.result);
      transaction.onerror = transaction.onabort = () => failed(transaction.error);
    });
  };

  // ---- text --------------------------------------------------------------------------------------------------------
  const read = (key) => {
    try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
  };
  const write = (key, value) => {
    try { localStorage.setItem(key, JSON.stringify(value)); return true; } catch { return false; }
  };

  /** What one person keeps of one text: `record` {at, fields, basedOn, pending}, and its photos in order. */
  const box = (person, what) => {
    const key = `${MARK}${person}/${what}`;
    const within = IDBKeyRange.bound(`${key}/`, `${key}/\uffff`);
    return {
      read: (part = "") => read(key + part),
      write: (record, part = "") => write(key + part, record),
      clear: (part = "") => localStorage.removeItem(key + part),
      putPhoto: (id, photo) => store("readwrite", (all) => all.put(photo, `${key}/${id}`)),
      dropPhoto: (id) => store("readwrite", (all) => all.delete(`${key}/${id}`)).catch(() => {}),
      dropPhotos: () => store("readwrite", (all) => all.delete(within)).catch(() => {}),
      photos: () => store("readonly", (all) => all.getAll(within)),
    };
  };

  /** Forgets what lay here for a month; another person's as well, unread. */
  const sweep = () => {
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith(MARK))) {
      if ((read(key)?.at ?? 0) < Date.now() - MONTH) localStorage.removeItem(key);
    }
  };

  // ---- words -------------------------------------------------------------------------------------------------------
  const hour = (at) => {
    const when = new Date(at), today = new Date();
    const clock = `${when.getHours()}:${String(when.getMinutes()).padStart(2, "0")}`;
    return when.toDateString() === today.toDateString() ? clock : `${clock} ngày ${when.getDate()}/${when.getMonth() + 1}`;
  };
  const element = (tag, content, named) => {
    const made = document.createElement(tag);
    if (named) made.className = named;
    made.append(...[content].flat());
    return made;
  };
  const button = (label, pressed, named = "button button--quiet button--small") => {
    const made = element("button", label, named);
    made.type = "button";
    made.addEventListener("click", pressed);
    return made;
  };
  /** A strip above the form: a sentence and what can be done about it. */
  const strip = (form, sentence, buttons) => {
    form.querySelector(".giu-lai")?.remove();
    const made = element("div", [element("p", sentence), element("p", buttons, "form__buttons")], "note note--why giu-lai");
    made.setAttribute("role", "status");
    form.prepend(made);
    return made;
  };
  /** The one line at the thumb that says where the text is. */
  const line = (form) => {
    const said = form.querySelector(".giu-loi") ?? element("p", "", "giu-loi small quiet");
    said.setAttribute("role", "status");
    form.querySelector(".actions-bar")?.prepend(said);
    return (sentence, alarm = false) => { said.textContent = sentence; said.classList.toggle("giu-loi--mat", alarm); };
  };

  /** What a form would send, but no files, no token and no pressed button; [[name, value], …]. */
  const fieldsOf = (form) =>
    [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !["csrfmiddlewaretoken", "do"].includes(name));

  /** Puts the form's next screen, as the portal answered it, in the place of this one. */
  const swap = (html) => {
    const main = new DOMParser().parseFromString(html, "text/html").querySelector("main");
    const here = document.querySelector("main");
    if (!main || !here) return false;
    here.replaceWith(main);
    window.scrollTo(0, 0);
    document.dispatchEvent(new Event("giu-bai:thay"));
    return true;
  };

  const LOST = new Error("mất mạng");
  /** Sends a form's data; gives {url} when the portal has it, {status, html} when it objects. Throws LOST without network. */
  const send = async (address, data) => {
    if (!navigator.onLine) throw LOST;
    let answer;
    try {
      answer = await fetch(address, { method: "POST", body: data, headers: ASKED, redirect: "manual", credentials: "same-origin" });
    } catch { throw LOST; }
    if (answer.type === "opaqueredirect") { location.reload(); return new Promise(() => {}); }  // signed out meanwhile
    if (answer.status >= 500 && answer.status !== 507) throw LOST;
    if ((answer.headers.get("Content-Type") ?? "").startsWith("application/json")) return answer.json();
    return { status: answer.status, html: await answer.text() };
  };

  /** Tries again later, each time after twice as long, so that a phone's data is not spent on a portal that is down. */
  const patience = (attempt) => {
    let wait = 15_000, timer = 0;
    window.addEventListener("online", () => { wait = 15_000; attempt(); });
    return () => {
      clearTimeout(timer);
      timer = setTimeout(attempt, wait);
      wait = Math.min(2 * wait, 300_000);
    };
  };
  /** Why it has not gone, and since when it lies here. */
  const delayed = (at) => (navigator.onLine ? "Chưa tới được cổng: máy sẽ tự gửi lại." : "Mất mạng: sẽ gửi khi có mạng.")
    + ` Bài giữ trên máy từ ${hour(at ?? Date.now())}.`;

  sweep();
  return { box, hour, element, button, strip, line, fieldsOf, swap, send, patience, delayed, LOST };
})();
