// Selecting words of the text under review offers to remark on them: the form of that paragraph opens with the words in it.
"use strict";
(() => {
  const text = document.querySelector("[data-nhan-xet]");
  if (!text) return;
  const longest = 300;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--small pick";
  button.textContent = "Nhận xét câu này";
  button.hidden = true;
  document.body.append(button);

  // the words selected in the paragraph where the selection begins, if one may remark on it
  const chosen = () => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0).cloneRange();
    const start = range.startContainer;
    const from = (start.nodeType === Node.TEXT_NODE ? start.parentElement : start).closest("[data-doan]");
    const more = from?.closest(".para").querySelector(".para__more");
    if (!more || !text.contains(from)) return null;
    if (!from.contains(range.endContainer)) range.setEnd(from, from.childNodes.length); // three clicks reach the next one
    const words = range.toString().replace(/\s+/g, " ").trim();
    return words ? { words: words.length > longest ? cut(words) : words, more } : null;
  };
  const cut = (words) => words.slice(0, longest + 1).replace(/\s\S*$/, "").slice(0, longest);

  let pending = null;
  const offer = () => {
    const found = chosen();
    if (found) pending = found;
    button.hidden = !found;
  };
  document.addEventListener("selectionchange", offer);
  button.addEventListener("pointerdown", (event) => event.preventDefault()); // the selection stays
  button.addEventListener("click", () => {
    if (!pending) return;
    const { words, more } = pending;
    const list = more.querySelector("select");
    const same = [...list.options].find((option) => option.value === words);
    if (!same) list.prepend(new Option(words, words));
    list.value = words;
    more.open = true;
    button.hidden = true;
    document.getSelection().removeAllRanges();
    const field = more.querySelector("textarea");
    field.focus();
    field.scrollIntoView({ block: "center" });
  });
})();
