// Duyệt cùng lượt: the button says how many items are ticked. Without it the page works all the same.
"use strict";
(() => {
  const form = document.querySelector("form.together");
  const count = form && form.querySelector("[data-count]");
  if (!count) return;
  const boxes = [...form.querySelectorAll('input[name="bai"]')];
  const tell = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    count.textContent = ticked;
    count.closest("button").disabled = ticked === 0;
  };
  form.addEventListener("change", tell);
  tell();
})();
