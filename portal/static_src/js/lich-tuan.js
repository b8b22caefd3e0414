// Soạn lịch tuần: what a line says is shown in its columns while it is typed. Without this file it is shown when it is added.
"use strict";
(() => {
  const form = document.querySelector("[data-them]");
  if (!form) return;
  const { line, day } = form.elements;
  const place = form.querySelector("[data-hieu]");
  let timer, call;
  const ask = () => {
    call?.abort();
    if (!line.value.trim()) { place.replaceChildren(); return; }
    call = new AbortController();
    const asked = new URLSearchParams({ line: line.value, day: day.value });
    form.querySelectorAll("[name=who]:checked").forEach((one) => asked.append("who", one.value));
    fetch(`${form.dataset.them}?${asked}`, { signal: call.signal })
      .then((got) => (got.ok ? got.text() : ""))
      .then((html) => {
        const chosen = [...form.querySelectorAll("[name=who]:checked")].map((one) => one.value);
        place.innerHTML = html;
        form.querySelectorAll("[name=who]").forEach((one) => { one.checked = chosen.includes(one.value); });
      })
      .catch(() => {});
  };
  const soon = () => { clearTimeout(timer); timer = setTimeout(ask, 250); };
  line.addEventListener("input", soon);
  day.addEventListener("change", ask);
  if (!place.querySelector("fieldset") && location.hash === "#them") line.focus();
})();
