// Gợi ý khi gõ, by keys, mouse or thumb. Without it the box searches all the same.
{
  const { url, sheet } = document.currentScript.dataset;
  const list = document.createElement("ul");
  let box, timer, call, at;
  const tell = (it, told) => { for (const name in told) it.setAttribute(name, told[name]); };
  const pick = (to) => {
    const all = [...list.children];
    at = (to + all.length + 2) % (all.length + 1) - 1;
    all.forEach((one, place) => tell(one, { "aria-selected": place === at }));
    tell(box, { "aria-expanded": !list.hidden, "aria-activedescendant": all[at]?.id ?? "" });
  };
  const show = (html) => {
    clearTimeout(timer);
    call?.abort();
    list.innerHTML = html;
    list.hidden = !html.trim();
    pick(-1);
  };
  const ask = () => {
    call?.abort();
    call = new AbortController();
    fetch(url + encodeURIComponent(box.value), call).then((got) => got.ok && got.text().then(show)).catch(() => {});
  };
  const go = (one) => one && location.assign(one.dataset.url);
  const keys = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (list.hidden) return;
    if (step) pick(at + step);
    else if (event.key === "Escape") show("");
    else if (event.key === "Enter" && at >= 0) go(list.children[at]);
    else return;
    event.preventDefault();
  };
  tell(list, { id: "goi-y", class: "hints", role: "listbox", "aria-label": "Gợi ý" });
  list.onmousedown = (event) => event.preventDefault();
  list.onclick = (event) => go(event.target.closest("li"));
  addEventListener("focusin", ({ target }) => {
    if (target.name !== "q") return;
    if (!box) tell(document.head.appendChild(document.createElement("link")), { rel: "stylesheet", href: sheet });
    box = target;
    box.form.append(list);
    tell(box, { role: "combobox", "aria-autocomplete": "list", "aria-controls": "goi-y" });
    show("");
    box.oninput = () => { clearTimeout(timer); timer = setTimeout(ask, 200); };
    box.onblur = () => show("");
    box.onkeydown = keys;
  });
}
