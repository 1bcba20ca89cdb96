// One household with the fewest keys: Enter passes over what is rarely asked or already known, a new
// row appears when it is needed, and the station says beside the form what it understood.
// Without this module the form has the same rows and the same fields.

const STOPS = {
  head: ["own", "father", "grandfather", "family", "sex", "age", "nationality", "origin"],
  spouse: ["own", "father", "grandfather", "family", "sex", "age", "nationality"],
  child: ["own", "sex", "age"],
  other: ["own", "father", "family", "sex", "age"],
};
const CHILDREN = ["child", "foster child", "grandchild"];
const PAUSE_MS = 250;

const form = document.getElementById("household");
const people = document.getElementById("people");
const counter = form.elements.rows;
let waiting = 0;
let asking = false; // one question at a time: what is typed meanwhile is asked when the answer is there
let typedOn = false;

function rows() {
  return [...people.querySelectorAll("[data-row]")];
}

function cell(row, part) {
  return row.querySelector(`[data-part="${part}"]`);
}

function relation(row) {
  const chosen = cell(row, "relation").value;
  const number = rows().indexOf(row);
  if (chosen) return STOPS[chosen] ? chosen : CHILDREN.includes(chosen) ? "child" : "other";
  return number === 0 ? "head" : number === 1 ? "spouse" : "child";
}

function known(row, part) {
  // A spouse's sex follows from the head's; overtype it in the rare household where it does not.
  return part === "sex" && relation(row) === "spouse" && cell(rows()[0], "sex").value !== "";
}

function nextIn(row, part) {
  const order = [...row.querySelectorAll("[data-part]")].map((one) => one.dataset.part);
  const stops = STOPS[relation(row)];
  return order.slice(order.indexOf(part) + 1).find((one) => stops.includes(one) && !known(row, one));
}

function reach(field) {
  field.closest("details")?.setAttribute("open", "");
  field.focus();
  if (field instanceof HTMLInputElement) field.select();
}

function goOn(field) {
  const row = field.closest("[data-row]");
  if (!row) return reach(cell(rows()[0], "own"));
  const part = field.dataset.part;
  if (part === "own" && !field.value.trim() && rows().indexOf(row) > 0) {
    return document.getElementById("save").focus();
  }
  const next = nextIn(row, part);
  if (next) return reach(cell(row, next));
  const following = rows()[rows().indexOf(row) + 1] ?? addRow();
  if (following) reach(cell(following, "own"));
}

function addRow() {
  const number = rows().length;
  if (number >= Number(form.dataset.most)) return null;
  const blank = document.getElementById("blank-row").innerHTML;
  people.insertAdjacentHTML("beforeend", blank.replaceAll("__n__", number).replaceAll("__number__", number + 1));
  counter.value = number + 1;
  const row = rows()[number];
  hideOther(row);
  return row;
}

function hideOther(row) {
  const empty = [...row.querySelectorAll("[data-other] input")].every((one) => !one.value);
  row.querySelector("[data-other]").classList.toggle("closed", empty);
}

function show(answer) {
  document.getElementById("likely").innerHTML = answer.panel;
  document.getElementById("group").innerHTML = answer.group;
  for (const said of answer.rows) {
    const row = people.querySelector(`[data-row="${said.row}"]`);
    if (!row) continue;
    for (const [part, hint] of Object.entries(said.hints)) cell(row, part).placeholder = hint;
    for (const line of row.querySelectorAll("[data-said]")) {
      const part = line.dataset.said;
      const typing = document.activeElement?.dataset.part === part && row.contains(document.activeElement);
      const wrong = typing ? "" : (said.wrong[part] ?? "");
      line.textContent = wrong || (said.said[part] ?? "");
      line.classList.toggle("wrong", wrong !== "");
    }
  }
}

async function look() {
  typedOn = asking;
  if (asking) return;
  asking = true;
  const sent = new FormData(form);
  sent.set("row", document.activeElement?.closest("[data-row]")?.dataset.row ?? "");
  try {
    const answer = await fetch(form.dataset.likely, { method: "POST", body: sent });
    if (answer.ok && !typedOn) show(await answer.json());
  } catch {
    // The station does not answer: the form still works, and saving will say so.
  }
  asking = false;
  if (typedOn) look();
}

form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(look, PAUSE_MS);
});

form.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.isComposing) return;
  if (!event.target.matches("input, select")) return;
  event.preventDefault();
  goOn(event.target);
});

document.getElementById("more").addEventListener("click", (event) => {
  event.preventDefault();
  const row = addRow();
  if (row) reach(cell(row, "own"));
});

function revealed(id, act) {
  const button = document.getElementById(id);
  button.hidden = false;
  button.addEventListener("click", act);
}

revealed("other-script", () => {
  const row = document.activeElement?.closest("[data-row]") ?? last ?? rows()[0];
  row.querySelector("[data-other]").classList.remove("closed");
  reach(cell(row, "other_own"));
});
revealed("to-likely", () => document.querySelector("#likely a")?.focus());

let last = null; // pressing a button takes the focus out of the row
people.addEventListener("focusin", (event) => {
  last = event.target.closest("[data-row]");
});

for (const row of rows()) hideOther(row);
if (rows().some((row) => cell(row, "own").value)) look();
