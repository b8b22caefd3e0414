// On every page of a signed-in person: the way back to a text this device keeps; and signing out forgets what it keeps,
// after asking about what was not sent yet.
"use strict";
(() => {
  for (const form of document.querySelectorAll("form[data-giu-thoat]")) {
    const mine = `giu-bai/${form.dataset.giuThoat}/`;
    const begun = localStorage.getItem(`${mine}nhanh`);
    const way = begun && document.querySelector("main a.button[href='/viet/nhanh/']");
    if (way) way.textContent = "Viết tiếp bài gõ dở";
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const kept = Object.keys(localStorage).filter((key) => key.startsWith(mine));
      if (kept.length && !confirm("Máy này còn giữ bài thầy/cô chưa gửi. Thoát thì bài ấy không còn trên máy. Vẫn thoát?")) return;
      kept.forEach((key) => localStorage.removeItem(key));
      const asked = indexedDB.open("giu-bai", 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore("anh");
      asked.onerror = () => form.submit();
      asked.onsuccess = () => {
        const work = asked.result.transaction("anh", "readwrite");
        work.objectStore("anh").delete(IDBKeyRange.bound(mine, `${mine}\uffff`));
        work.oncomplete = work.onabort = () => form.submit();
      };
    });
  }
})();
