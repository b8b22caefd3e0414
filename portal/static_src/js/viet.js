// Beside the editor, an aid only: what is still missing while one types, who else has the text open, what fits in a field.
// The rules are the server's; this asks.
"use strict";
(() => {
  const form = document.getElementById("soan");
  if (!form) return;
  const WAIT = 1200, BEAT = 60000, NEAR = 0.8;
  const list = form.querySelector("[data-can-co]");
  const strip = form.querySelector("[data-con-thieu]");
  const people = document.getElementById("ai-dang-mo");
  let timer = 0, asked = "", asking = null, typed = false, over = false;

  const typedForm = () => {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (value instanceof File) { if (value.size) body.append(name, value.name); } else body.append(name, value);
    }
    return body;
  };
  const answer = async (address, body, options) => {
    const found = await fetch(address, { method: "POST", body, credentials: "same-origin", redirect: "error", ...options });
    return found.ok ? found.text() : "";
  };

  const check = async () => {
    const body = typedForm();
    if (body.toString() === asked) return;
    asked = body.toString();
    asking?.abort();
    asking = new AbortController();
    try {
      const html = await answer(form.dataset.xet, body, { signal: asking.signal });
      if (!html) return;
      list.innerHTML = html;
      const { loi, thieu } = list.firstElementChild.dataset;
      if (strip.textContent !== loi) strip.textContent = loi;
      strip.parentElement.classList.toggle("needs__strip--ok", thieu === "0");
    } catch { asked = ""; }
  };
  const later = () => { typed = true; clearTimeout(timer); timer = setTimeout(check, WAIT); };
  form.addEventListener("input", later);
  form.addEventListener("change", later);

  const beat = async () => {
    if (over || document.hidden) return;
    const body = new URLSearchParams({ csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value, based_on: form.elements.based_on?.value ?? "" });
    if (typed) body.set("doi", "1");
    typed = false;
    try {
      const html = (await answer(form.dataset.dangMo, body)).trim();
      if (people.innerHTML.trim() !== html) people.innerHTML = html;
    } catch { /* no network: nobody to tell */ }
  };
  beat();
  setInterval(beat, BEAT);
  document.addEventListener("visibilitychange", beat);
  form.addEventListener("submit", (event) => { over = !event.defaultPrevented; });
  window.addEventListener("pagehide", () => {
    if (over) return;
    const body = new URLSearchParams({ csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value, roi: "1" });
    fetch(form.dataset.dangMo, { method: "POST", body, keepalive: true, credentials: "same-origin" }).catch(() => {});
  });
  window.addEventListener("pageshow", (event) => { if (event.persisted) { over = false; beat(); } });

  for (const field of form.querySelectorAll("[maxlength]")) {
    const left = document.createElement("output");
    left.dataset.con = "";
    left.htmlFor = field.id;
    field.after(left);
    const show = () => {
      const rest = field.maxLength - field.value.length;
      left.textContent = field.value.length > field.maxLength * NEAR ? `còn ${rest} ký tự` : "";
    };
    field.addEventListener("input", show);
    show();
  }

  form.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link) return;
    const place = document.getElementById(link.hash.slice(1));
    if (!place) return;
    for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    const sheet = link.closest("[popover]");
    if (sheet?.matches(":popover-open")) sheet.hidePopover();
    if (place.matches("input, select, textarea")) { event.preventDefault(); place.focus(); place.scrollIntoView({ block: "center" }); }
  });
})();
