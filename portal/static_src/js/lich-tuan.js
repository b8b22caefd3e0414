// Soạn lịch tuần: what a line says is shown in its columns while it is typed. Without this file it is shown when it is added.
"use strict";
(() => {
  const form = document.querySelector("[data-them]");
  if (!form) return;
  const { line, day } = form.elements;
  const place = form.querySelector("[data-hieu]");
  const answered = (which) => [...form.querySelectorAll(`[name^="who-"]${which}`)];
  let timer, call;
  const ask = () => {
    call?.abort();
    if (!line.value.trim()) { place.replaceChildren(); return; }
    call = new AbortController();
    const asked = new URLSearchParams({ line: line.value, day: day.value });
    answered(":checked").forEach((one) => asked.append("who", one.value));
    fetch(`${form.dataset.them}?${asked}`, { signal: call.signal })
      .then((got) => (got.ok ? got.text() : ""))
      .then((html) => {
        const chosen = answered(":checked").map((one) => one.value);
        const held = place.contains(document.activeElement) && document.activeElement.value;
        place.innerHTML = html;
        answered("").forEach((one) => { one.checked = chosen.includes(one.value); });
        answered("").find((one) => one.value === held)?.focus();
      })
      .catch(() => {});
  };
  const soon = () => { clearTimeout(timer); timer = setTimeout(ask, 250); };
  line.addEventListener("input", soon);
  day.addEventListener("change", ask);
  place.addEventListener("change", ask);
  const open = place.querySelector("fieldset:not(:has(:checked)) input");
  if (open) addEventListener("load", () => open.focus());  // once the browser has gone to #them, which takes the focus away
  else if (location.hash === "#them") line.focus();
})();
