// The gate's counters: big steps for a thumb, the sum and the tokens always in sight.
const ARABIC_DIGITS = "٠١٢٣٤٥٦٧٨٩";

/** @param {HTMLInputElement} field */
function count(field) {
  const western = field.value.replace(/[٠-٩]/g, (digit) => String(ARABIC_DIGITS.indexOf(digit)));
  return Math.max(0, Number.parseInt(western, 10) || 0);
}

function wireCounters() {
  for (const tally of document.querySelectorAll("[data-tally]")) {
    const field = tally.querySelector("input");
    for (const button of tally.querySelectorAll("button[data-add]")) {
      button.hidden = false;
      button.addEventListener("click", () => {
        const next = Math.max(0, count(field) + Number(button.dataset.add));
        field.value = next ? String(next) : "";
        field.dispatchEvent(new Event("input", { bubbles: true }));
        navigator.vibrate?.(8);
      });
    }
  }
}

/** @param {HTMLFormElement} form */
function showSum(form) {
  const counts = [...form.querySelectorAll(".bands [data-tally] input")].map(count);
  const people = Math.max(count(form.querySelector("#id_total")), counts.reduce((a, b) => a + b, 0));
  const tokens = count(form.querySelector("#id_tokens"))
    || Math.ceil(people / Number(form.dataset.peoplePerHousehold));
  const sum = form.querySelector("[data-sum]");
  const given = form.querySelector("[data-tokens]");
  sum.querySelector("b").textContent = String(people);
  given.querySelector("b").textContent = String(tokens);
  sum.hidden = given.hidden = people === 0;
}

wireCounters();
const gate = document.querySelector("form[data-gate]");
if (gate) {
  gate.addEventListener("input", () => showSum(gate));
  showSum(gate);
  // With a keyboard the count is typed at once; on a phone this would open half a screen of letters.
  const idle = document.activeElement === document.body;
  if (idle && matchMedia("(hover: hover) and (pointer: fine)").matches) gate.querySelector("#id_total").focus();
}
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
