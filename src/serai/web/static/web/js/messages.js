// Undo counts down on its button and leaves when its time is over. Without this module it stays.

const SECOND_MS = 1000;

function countDown(form) {
  let left = Number(form.dataset.undo);
  const shown = form.querySelector(".undo-seconds");
  shown.textContent = String(left);
  const clock = setInterval(() => {
    left -= 1;
    shown.textContent = String(Math.max(0, left));
    if (left > 0 || form.contains(document.activeElement)) return;
    clearInterval(clock);
    form.remove();
  }, SECOND_MS);
}

for (const form of document.querySelectorAll("form[data-undo]")) countDown(form);
