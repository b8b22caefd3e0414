// Helps on an article: its pictures opened large to swipe or leaf through by the arrow keys, its words copied for Zalo,
// its print. Without it every picture is a link to the large one, and the words stand at an address of their own.
{
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const make = (name, cls, words) => Object.assign(document.createElement(name), { className: cls, textContent: words ?? "" });

  const open = (links, first) => {
    const box = make("dialog", "lightbox");
    box.setAttribute("aria-label", "Bộ ảnh");
    const strip = make("ul", "lightbox__strip");
    strip.tabIndex = 0;
    const bar = make("div", "lightbox__bar"), count = make("p", "lightbox__count"), close = make("button", "button button--small", "Đóng");
    count.setAttribute("role", "status");
    for (const link of links) {
      const item = make("li", "lightbox__one"), picture = new Image();
      picture.loading = "lazy";
      picture.alt = link.querySelector("img").alt;
      picture.src = link.href;
      item.append(picture);
      const words = link.parentElement.querySelector("figcaption");
      if (words) item.append(make("p", "lightbox__words", words.textContent));
      strip.append(item);
    }
    let now = -1;
    const go = (to, smooth) => strip.children[to]?.scrollIntoView({ behavior: smooth && !calm.matches ? "smooth" : "instant", block: "nearest", inline: "center" });
    const step = (by) => go(Math.min(Math.max(now + by, 0), links.length - 1), true);
    const back = make("button", "button button--small", "←"), on = make("button", "button button--small", "→");
    back.setAttribute("aria-label", "Ảnh trước");
    on.setAttribute("aria-label", "Ảnh sau");
    back.onclick = () => step(-1);
    on.onclick = () => step(1);
    close.onclick = () => box.close();
    const said = () => {
      const at = Math.round(strip.scrollLeft / strip.clientWidth);
      if (at === now) return;
      now = at;
      count.textContent = `Ảnh ${now + 1} / ${links.length}`;
      back.disabled = !now;
      on.disabled = now === links.length - 1;
    };
    strip.addEventListener("scroll", said, { passive: true });
    box.addEventListener("keydown", (event) => {
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (by) { event.preventDefault(); step(by); }
    });
    box.addEventListener("close", () => { box.remove(); links[now].focus(); });
    bar.append(count, back, on, close);
    box.append(bar, strip);
    document.body.append(box);
    box.showModal();
    go(first);
    said();
    strip.focus();
  };

  for (const set of document.querySelectorAll("[data-bo-anh]")) {
    const links = [...set.querySelectorAll(".gallery__open")];
    set.addEventListener("click", (event) => {
      const link = event.target.closest(".gallery__open");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      open(links, links.indexOf(link));
    });
  }

  const copy = document.querySelector("[data-chep]"), tell = document.querySelector("[data-bao]");
  copy?.addEventListener("click", (event) => {
    if (!navigator.clipboard?.write || !window.ClipboardItem) return;
    event.preventDefault();
    const words = fetch(copy.href).then((answer) => { if (!answer.ok) throw answer; return answer.text(); });
    const item = new ClipboardItem({ "text/plain": words.then((text) => new Blob([text], { type: "text/plain" })) });
    navigator.clipboard.write([item]).then(
      () => { copy.textContent = tell.textContent = copy.dataset.xong; },
      () => { location.href = copy.href; },
    );
  });

  const print = document.querySelector("[data-in]");
  if (print) { print.hidden = false; print.onclick = () => window.print(); }
}
