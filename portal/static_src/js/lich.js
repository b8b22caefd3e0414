// Kéo một hoạt động sang ngày khác trên lịch: sends the same form "Đổi ngày" sends. Without this file the form does it all.
"use strict";
(() => {
  const form = document.querySelector("[data-lich-doi]");
  const calendar = document.querySelector("[data-lich]");
  if (!form || !calendar) return;

  const DAY = 86400000;
  const read = (text) => Date.parse(`${text}T00:00:00Z`);
  const written = (moment) => new Date(moment).toISOString().slice(0, 10);
  let held = null;

  const column = (week, x) => {
    const box = week.getBoundingClientRect();
    return Math.min(6, Math.max(0, Math.floor(((x - box.left) / box.width) * 7)));
  };
  const dayAt = (week, x) => read(week.dataset.dau) + column(week, x) * DAY;
  const clear = () => calendar.querySelectorAll(".cal__day--over").forEach((day) => day.classList.remove("cal__day--over"));

  calendar.addEventListener("dragstart", (event) => {
    const bar = event.target.closest("[data-keo]");
    if (!bar) return;
    held = { bar, from: dayAt(bar.closest("[data-dau]"), event.clientX) };
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", bar.textContent.trim());
  });
  calendar.addEventListener("dragover", (event) => {
    const week = held && event.target.closest("[data-dau]");
    if (!week) return;
    event.preventDefault();
    clear();
    week.querySelectorAll(".cal__day")[column(week, event.clientX)].classList.add("cal__day--over");
  });
  calendar.addEventListener("drop", (event) => {
    const week = held && event.target.closest("[data-dau]");
    if (!week) return;
    event.preventDefault();
    const shift = dayAt(week, event.clientX) - held.from;
    const { keo, tu, den } = held.bar.dataset;
    clear();
    held = null;
    if (!shift) return;
    form.action = keo;
    form.elements.starts.value = written(read(tu) + shift);
    form.elements.ends.value = written(read(den) + shift);
    form.elements.seen.value = tu;
    form.submit();
  });
  calendar.addEventListener("dragend", () => { clear(); held = null; });
})();
