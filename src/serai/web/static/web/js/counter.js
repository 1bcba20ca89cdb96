// Minus and plus beside a count. Without this module the field is typed into.

const ARABIC_ZERO = 0x0660;
const PERSIAN_ZERO = 0x06f0;

export function western(text) {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code >= PERSIAN_ZERO ? PERSIAN_ZERO : ARABIC_ZERO));
  });
}

function step(field, by) {
  const least = Number(field.min || 0);
  const most = Number(field.max || Infinity);
  const now = Number.parseInt(western(field.value), 10) || 0;
  field.value = String(Math.min(most, Math.max(least, now + by)));
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

export function wake(root) {
  for (const button of root.querySelectorAll("[data-counter] button[hidden]")) button.hidden = false;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-counter] :is(button.less, button.more)");
  if (!button) return;
  const field = button.closest("[data-counter]").querySelector("input");
  step(field, button.classList.contains("more") ? 1 : -1);
});

document.addEventListener("focusin", (event) => {
  if (event.target.matches("[data-counter] input")) event.target.select();
});

wake(document);
document.addEventListener("htmx:after:swap", () => wake(document));
