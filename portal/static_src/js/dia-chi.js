// Shows under the title where the text will live. The same folding as portal/base/text.py; the server has the last word.
"use strict";
(() => {
  const fold = (text) => text.replace(/[đĐ]/g, "d").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss");
  const slug = (text) =>
    fold(text)
      .replace(/[–—\/]/g, "-")
      .normalize("NFKD")
      .replace(/[^\x00-\x7f]/g, "")
      .replace(/[^\w\s-]/g, "")
      .trim()
      .replace(/[-\s]+/g, "-")
      .replace(/^[-_]+|[-_]+$/g, "")
      .slice(0, 200)
      .replace(/^-+|-+$/g, "");

  document.addEventListener("input", ({ target: title }) => {
    const shown = title.matches("[data-dia-chi]") && document.querySelector("[data-dia-chi-hien]");
    if (shown) shown.textContent = `${shown.dataset.diaChiHien}${title.value.trim() ? slug(title.value) || "bai" : "…"}/`;
  });
})();
