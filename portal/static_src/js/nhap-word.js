// Nhập từ Word: a paste keeps its formatting, so that old fonts are known by their names; and the page of progress looks
// again quietly. Without this file words are pasted plain, and the page reloads by itself.
"use strict";
(() => {
  const MOST = 2000000; // signs of formatting sent along; more than that is pictures
  const box = document.querySelector("[data-dan]");
  const html = document.querySelector("[data-dan-html]");
  if (box && html) {
    box.addEventListener("paste", (event) => {
      const said = event.clipboardData ? event.clipboardData.getData("text/html") : "";
      html.value = !box.value.trim() && said.length <= MOST ? said : "";
    });
    box.addEventListener("input", (event) => {
      if (event.inputType !== "insertFromPaste") html.value = ""; // typed in since: what stands in the box counts
    });
  }

  const shown = () => document.querySelector("[data-tien-do]");
  // What changed is put into what stands: a screen reader tells of a status that was there before its words.
  const take = (fresh, title) => {
    const now = shown();
    for (const part of ["[role=status]", "ul"]) {
      const [old, other] = [now.querySelector(part), fresh.querySelector(part)];
      if (old.innerHTML !== other.innerHTML) old.innerHTML = other.innerHTML;
    }
    const [bar, read] = [now.querySelector("progress"), fresh.querySelector("progress")];
    if (bar && read) bar.value = read.value;
    if (!("con" in fresh.dataset)) delete now.dataset.con;
    document.title = title;
  };
  const look = async () => {
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = answer.ok && page.querySelector("[data-tien-do]");
      if (fresh) take(fresh, page.title);
    } catch {
      // no network for a moment: looked for again
    }
    again();
  };
  const again = () => shown() && "con" in shown().dataset && setTimeout(look, 2000);
  again();
})();
