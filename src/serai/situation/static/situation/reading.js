// Says that reports are being read, from the press of the button until the answer is here.

const form = document.querySelector("form[data-reading]");
const said = form?.querySelector("[role=status]");

form?.addEventListener("submit", () => {
  said.hidden = false;
});
window.addEventListener("pageshow", () => {
  if (said) said.hidden = true;
});
