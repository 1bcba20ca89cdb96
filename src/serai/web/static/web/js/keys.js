// Keyboard for clerks who never touch the mouse: Enter goes on, Ctrl+Enter saves, Escape goes back,
// Alt+letter presses what carries data-key; a bare letter, outside of fields, what carries
// data-letter (queues that are decided with one key). Any other letter outside of fields goes where
// tokens are scanned (data-scan), or where the page begins. Tab stays the browser's own.

const FIELDS = "input:not([type=hidden]):not([disabled]), select:not([disabled]), textarea:not([disabled])";
const TYPED = "input:not([type=hidden], [type=checkbox], [type=radio], [disabled]), select, textarea";
const BUTTONS = "button:not([type=button])";
const ENTER_KEEPS = ["TEXTAREA", "BUTTON", "A", "SUMMARY"];
const KEPT = "typed ahead"; // by ahead.js

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
  const next = fields[fields.indexOf(stopOf(form, field)) + 1] ?? buttonAfter(form, field);
  next?.focus();
  if (next instanceof HTMLInputElement && /^(text|search|tel|number)$/.test(next.type)) next.select();
}

function buttonAfter(form, field) {
  const buttons = [...form.querySelectorAll(BUTTONS)];
  return buttons.find((one) => field.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) ?? buttons[0];
}

// A scanner ends with Enter, and that sends what it read. Where several buttons say several things,
// Enter in a field chooses none of them.
function isWalked(form, field) {
  if (field.matches("[data-scan]")) return false;
  return form.matches("[data-keys]") || form.querySelectorAll(BUTTONS).length > 1;
}

function enter(event) {
  const form = event.target.closest?.("form");
  if (!form) return;
  if (event.ctrlKey || event.metaKey) {
    if (!form.matches("[data-keys]")) return;
    event.preventDefault();
    form.requestSubmit();
  } else if (isWalked(form, event.target) && !ENTER_KEEPS.includes(event.target.tagName)) {
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

// The field that waits for what is typed while nothing has the focus.
function waiting() {
  const scanned = [...document.querySelectorAll("input[data-scan]")].find(seen);
  return scanned ?? [...document.querySelectorAll("[autofocus]")].find((one) => one.matches(TYPED) && one.select && seen(one));
}

// Whether somebody has typed into it since the page came.
function isBegun(field) {
  return field.value !== field.defaultValue;
}

function take(field) {
  field.focus();
  if (field.value && !isBegun(field)) field.select(); // a new scan stands instead of the old one
}

function type(event) {
  if (!/^[\p{L}\p{N}]$/u.test(event.key) || event.target.closest?.(TYPED)) return;
  const field = waiting();
  if (field) take(field); // the letter itself goes where the focus is now
}

// What was typed before the page was there; Enter sends it, as it would have in the field. An Enter
// that comes first is the second press of one meant for the page before.
function replay() {
  const kept = sessionStorage.getItem(KEPT)?.trimStart();
  sessionStorage.removeItem(KEPT);
  const field = kept && waiting();
  if (!field) return;
  const [text] = kept.split("\n", 1);
  take(field);
  field.value = text + (isBegun(field) ? field.value : "");
  field.dispatchEvent(new Event("input", { bubbles: true }));
  if (!kept.includes("\n")) return;
  if (isWalked(field.form, field)) goOn(field.form, field);
  else field.form.requestSubmit();
}

function begin() {
  const first = document.querySelector("[autofocus]");
  if (first && document.activeElement === document.body && !location.hash) first.focus();
  if (document.activeElement.matches("input[data-scan]")) take(document.activeElement);
  document.documentElement.dataset.ready = "";
  replay();
}

begin();

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.defaultPrevented) return;
  if (event.key === "Enter") enter(event);
  else if (event.key === "Escape") escape();
  else if (event.altKey && !event.ctrlKey) press(event, "key");
  else if (!event.ctrlKey && !event.metaKey) {
    if (!event.target.closest?.(FIELDS)) press(event, "letter");
    if (!event.defaultPrevented) type(event);
  }
});
