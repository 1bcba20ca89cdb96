// Words chosen in a report, with mouse, finger or keyboard, become the words of a figure: on the
// report's page a button leads on with them, on the page that adds a figure they fill its form.

const words = document.querySelector("[data-words]");
const button = document.querySelector("[data-choose]");
const link = button?.querySelector("a");
const quote = document.querySelector("textarea[name=quote]");
const at = document.querySelector("input[name=at]");
const LETTERS_MAX = 400;

// Letters of the report before a point of the page; the little numbers beside figures are none.
function lettersBefore(node, offset) {
  const before = document.createRange();
  before.setStart(words, 0);
  before.setEnd(node, offset);
  const copy = before.cloneContents();
  for (const little of copy.querySelectorAll("sup")) little.remove();
  return copy.textContent.length;
}

function chosen() {
  const selection = document.getSelection();
  if (!words || !selection?.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const first = range.startContainer.parentElement;
  if (!words.contains(range.commonAncestorContainer) || first?.closest("sup")) return null;
  const copy = range.cloneContents();
  for (const little of copy.querySelectorAll("sup")) little.remove();
  const text = copy.textContent;
  const said = text.trim();
  if (!said || said.length > LETTERS_MAX) return null;
  const lead = text.length - text.trimStart().length;
  return { said, start: lettersBefore(range.startContainer, range.startOffset) + lead };
}

document.addEventListener("selectionchange", () => {
  const found = chosen();
  if (button) button.hidden = !found;
  if (!found) return;
  if (link) {
    const asked = new URLSearchParams({ words: found.said, at: found.start });
    link.href = `${link.pathname}?${asked}`;
  }
  if (quote) {
    quote.value = found.said;
    at.value = found.start;
  }
});
quote?.addEventListener("input", () => { at.value = ""; });
