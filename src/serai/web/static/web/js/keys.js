// Keyboard for clerks who never touch the mouse: Enter goes on, Ctrl+Enter saves, Escape goes back,
// Alt+letter presses what carries data-key; a bare letter, outside of fields, what carries
// data-letter (queues that are decided with one key). Tab stays the browser's own.

const FIELDS = "input:not([type=hidden]):not([disabled]), select:not([disabled]), textarea:not([disabled])";
const ENTER_KEEPS = ["TEXTAREA", "BUTTON", "A", "SUMMARY"];

function seen(element) {
  return element.offsetParent !== null && element.tabIndex >= 0;
}

// A group of radios is one stop, as it is for Tab: the chosen one, or the first while none is.
function stopOf(form, field) {
  if (field.type !== "radio") return field;
  const group = [...form.querySelectorAll(`input[type=radio][name="${CSS.escape(field.name)}"]`)];
  return group.find((one) => one.checked) ?? group[0];
}

function goOn(form, field) {
  const fields = [...form.querySelectorAll(FIELDS)].filter((one) => seen(one) && stopOf(form, one) === one);
  const next = fields[fields.indexOf(stopOf(form, field)) + 1] ?? form.querySelector("button:not([type=button])");
  next?.focus();
  if (next instanceof HTMLInputElement && /^(text|search|tel|number)$/.test(next.type)) next.select();
}

function enter(event) {
  const form = event.target.closest?.("form[data-keys]");
  if (!form) return;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    form.requestSubmit();
  } else if (!ENTER_KEEPS.includes(event.target.tagName)) {
    event.preventDefault();
    goOn(form, event.target);
  }
}

function escape() {
  const open = document.querySelector("details.menu[open]");
  if (open) {
    open.open = false;
    open.querySelector("summary").focus();
  } else {
    document.querySelector("a[data-back]")?.click();
  }
}

function press(event, name) {
  const letter = event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : event.key.toLowerCase();
  const target = [...document.querySelectorAll(`[data-${name}]`)].find((one) => one.dataset[name] === letter);
  if (!target) return;
  event.preventDefault();
  if (target.matches(FIELDS)) target.focus();
  else target.click();
}

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.defaultPrevented) return;
  if (event.key === "Enter") enter(event);
  else if (event.key === "Escape") escape();
  else if (event.altKey && !event.ctrlKey) press(event, "key");
  else if (!event.ctrlKey && !event.metaKey && !event.target.closest?.(FIELDS)) press(event, "letter");
});
