// The trial page follows what is chosen, a moment after the hand rests. Without it the two buttons do the same.
const form = document.querySelector("form[data-bo-mat]");
if (form) {
  let pressed = form.querySelector("[formtarget][value=sang]"), rest;
  const files = [...form.querySelectorAll("input[type=file]")];
  form.addEventListener("submit", (event) => {
    if (event.submitter?.formTarget) pressed = event.submitter;
  });
  form.addEventListener("input", (event) => {
    if (event.target.type === "file" || event.target.type === "checkbox") return;
    clearTimeout(rest);
    rest = setTimeout(() => {
      files.forEach((one) => { one.disabled = true; }); // pictures are not sent with every stroke
      form.requestSubmit(pressed);
      setTimeout(() => files.forEach((one) => { one.disabled = false; }), 0);
    }, 350);
  });
}
