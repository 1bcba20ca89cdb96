// Plays the operation day by day: fetches the page of each day and shows its picture in place.

const STEP_MS = 350;
const DAY_MS = 24 * 60 * 60 * 1000;

const button = document.querySelector("[data-replay]");
const days = document.querySelector("progress.days");
let playing = false;

// The hours in addresses are those of the place, without a zone: count them as if they were UTC.
const typed = (ms) => new Date(ms).toISOString().slice(0, 16);
const moment = (text) => Date.parse(`${text}Z`);

async function show(at) {
  const answer = await fetch(`?at=${typed(at)}`, { headers: { "X-Requested-With": "replay" } });
  if (!answer.ok) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("#picture");
  if (!fresh) return false;
  document.querySelector("#picture").replaceWith(document.adoptNode(fresh));
  return true;
}

function label(text) {
  button.querySelector("span").textContent = text;
  button.setAttribute("aria-pressed", String(playing));
}

async function play() {
  const until = moment(button.dataset.until);
  const from = moment(button.dataset.replay);
  days.max = until - from;
  days.hidden = false;
  for (let at = from; playing; at += DAY_MS) {
    const last = at >= until;
    days.value = Math.min(at, until) - from;
    const began = performance.now();
    if (!(await show(Math.min(at, until))) || last) break;
    await new Promise((next) => setTimeout(next, Math.max(0, STEP_MS - (performance.now() - began))));
  }
  playing = false;
  days.hidden = true;
  label(button.dataset.play);
}

if (button) {
  button.hidden = false;
  button.addEventListener("click", () => {
    playing = !playing;
    label(playing ? button.dataset.stop : button.dataset.play);
    if (playing) play();
  });
}
