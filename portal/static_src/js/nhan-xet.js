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

  // the selection, where it lies within one paragraph that can be remarked on
  const chosen = () => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed) return null;
    const from = selection.getRangeAt(0).startContainer.parentElement?.closest("[data-doan]");
    const words = selection.toString().replace(/\s+/g, " ").trim();
    const more = from?.closest(".para")?.querySelector(".para__more");
    if (!from || !more || !text.contains(from) || !words || words.length > longest) return null;
    return selection.containsNode(from, true) && from.contains(selection.getRangeAt(0).endContainer) ? { words, more } : null;
  };

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
