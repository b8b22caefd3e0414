// Arranging the front page, an aid only: stories and sections are dragged, the page in small follows. Without it the
// lists, the arrows and "Xem thử" do the same.
"use strict";
(() => {
  const form = document.getElementById("trang-chu");
  if (!form) return;
  const mirror = document.querySelector(".mirror"), frame = mirror.querySelector("iframe");
  const list = form.querySelector("[data-muc]"), slots = [...form.querySelectorAll("[data-cho]")];
  const rows = () => [...list.children];
  const select = (slot) => slot.querySelector("select");
  form.classList.add("front--keo");

  // ---- the page in small ----
  const address = () => {
    const asked = new URLSearchParams();
    slots.forEach((slot, place) => { if (select(slot).value) asked.append(place ? "pin" : "lead", select(slot).value); });
    const shown = rows().map((row) => row.querySelector("input[type=checkbox]")).filter((tick) => tick.checked);
    for (const tick of shown) asked.append("show", tick.name.slice("show_".length));
    if (!shown.length) asked.append("show", "0");
    return `${form.dataset.xemThu}?${asked}`;
  };
  let timer = 0;
  const follow = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const to = address();
      frame.contentWindow.location.replace(to);
      mirror.querySelector("[data-mo-rieng]").href = to;
      mirror.querySelector(".mirror__title").textContent = "Xem thử, chưa lưu";
    }, 300);
  };
  const fit = () => {
    const page = frame.contentDocument?.documentElement;
    if (!page) return;
    mirror.style.setProperty("--h", "100px");
    mirror.style.setProperty("--h", `${page.scrollHeight}px`);
  };
  frame.addEventListener("load", fit);
  mirror.addEventListener("change", fit);
  form.addEventListener("change", (event) => { if (event.target.name !== "starts") follow(); });
  if (innerWidth < 480) mirror.querySelector("[value='dien-thoai']").checked = true;
  if (frame.contentDocument?.readyState === "complete") fit();

  // ---- sections, by hand or by arrow ----
  const number = () => {
    rows().forEach((row, place, all) => {
      row.querySelector("input[type=number]").value = place + 1;
      const [up, down] = row.querySelectorAll("button");
      const held = document.activeElement;
      up.disabled = place === 0;
      down.disabled = place === all.length - 1;
      if (held === up && up.disabled) down.focus();
      if (held === down && down.disabled) up.focus();
    });
    follow();
  };
  list.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    event.preventDefault();
    const row = button.closest("[data-dong]");
    if (button.value.startsWith("len")) row.previousElementSibling?.before(row);
    else row.nextElementSibling?.after(row);
    button.focus();
    number();
  });
  list.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest("[data-nam]");
    if (!grip) return;
    event.preventDefault();
    const row = grip.closest("[data-dong]");
    const middle = (one) => { const box = one.getBoundingClientRect(); return box.top + box.height / 2; };
    const move = ({ clientY }) => {
      const { previousElementSibling: before, nextElementSibling: after } = row;
      if (before && clientY < middle(before)) before.before(row);
      else if (after && clientY > middle(after)) after.after(row);
    };
    const drop = () => {
      row.classList.remove("keo");
      removeEventListener("pointermove", move);
      number();
    };
    row.classList.add("keo");
    addEventListener("pointermove", move);
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, drop, { once: true });
  });

  // ---- stories, out of the pool into their places ----
  const place = (slot, value) => {
    const twin = slots.find((one) => one !== slot && select(one).value === value);
    if (twin) select(twin).value = select(slot).value;
    select(slot).value = value;
    follow();
  };
  const carry = (event, value, title) => {
    const hand = document.createElement("p");
    hand.className = "in-hand";
    hand.textContent = title;
    let over = null;
    const move = ({ clientX, clientY }) => {
      if (!hand.isConnected) document.body.append(hand);
      hand.style.transform = `translate(${Math.min(clientX + 12, innerWidth - 240)}px, ${clientY + 12}px)`;
      over = document.elementFromPoint(clientX, clientY)?.closest("[data-cho]");
      slots.forEach((slot) => slot.classList.toggle("front__story--over", slot === over));
      if (clientY < 60) scrollBy(0, -14); else if (clientY > innerHeight - 60) scrollBy(0, 14);
    };
    const drop = (last) => {
      hand.remove();
      slots.forEach((slot) => slot.classList.remove("front__story--over"));
      removeEventListener("pointermove", move);
      if (over && last.type === "pointerup") place(over, value);
    };
    event.preventDefault();
    addEventListener("pointermove", move);
    addEventListener("pointerup", drop, { once: true });
    addEventListener("pointercancel", drop, { once: true });
  };
  const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
  const pool = document.createElement("div");
  pool.className = "pool";
  pool.innerHTML = `<div class="pool__head"><label for="loc-kho"><b>Bài đã duyệt, mới nhất ở trên</b></label>
    <p>Kéo một bài vào chỗ mở đầu hoặc chỗ ghim; hoặc chọn ngay trong từng ô.</p>
    <input id="loc-kho" type="search" autocomplete="off" placeholder="Lọc theo chữ trong tên bài"></div><ul class="pool__list" tabindex="0" aria-label="Bài đã duyệt"></ul>`;
  const shelf = pool.querySelector("ul");
  for (const { value, text } of select(slots[0]).options) {
    if (!value) continue;
    const item = document.createElement("li");
    const grip = document.createElement("span");
    grip.className = "pool__grip";
    item.append(grip, text);
    item.addEventListener("pointerdown", (event) => {
      if (event.pointerType === "mouse" ? event.button === 0 : event.target === grip) carry(event, value, text);
    });
    shelf.append(item);
  }
  pool.querySelector("input").addEventListener("input", ({ target }) => {
    const wanted = bare(target.value.trim());
    for (const item of shelf.children) item.hidden = !bare(item.textContent).includes(wanted);
  });
  pool.querySelector("input").addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
  form.querySelector("[data-kho]").append(pool);
})();
