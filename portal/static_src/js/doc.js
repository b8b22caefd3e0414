// Letters, contrast, night: applied where the reader stands, so that nothing typed is lost. Without it the form goes its way.
for (const form of document.querySelectorAll("form[data-doc]")) {
  form.addEventListener("submit", async (event) => {
    const pressed = event.submitter;
    if (!pressed || !window.fetch) return;
    event.preventDefault();
    const root = document.documentElement;
    const sent = await fetch(form.action, {
      method: "POST", body: new URLSearchParams({ [pressed.name]: pressed.value, ve: "/tuy-chon-doc/" }), redirect: "manual",
    }).catch(() => null);
    if (!sent) return form.submit();
    if (pressed.name === "co") {
      root.dataset.co = pressed.value;
      for (const one of form.elements.co) one.setAttribute("aria-pressed", one === pressed);
    } else {
      const more = pressed.value === "1";
      root.toggleAttribute("data-tuong-phan", more);
      pressed.value = more ? "0" : "1";
      pressed.setAttribute("aria-pressed", more);
    }
  });
}
