"use strict";
// A button that prints, shown only where it can.
for (const button of document.querySelectorAll("[data-in]")) {
  button.hidden = false;
  button.onclick = () => window.print();
}
