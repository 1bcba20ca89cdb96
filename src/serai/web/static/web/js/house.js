// The header: a menu closes when somebody touches the page, the room and the tab one stands in are in sight.
// And a page that somebody comes back to is a new one once its form was sent: what is typed into the
// old one would be taken for the same form again.

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

// How many pixels of a line stand beyond its end: an arrow says that there is more.
const EDGE = 8;
const hidden = (line) => line.scrollWidth - line.clientWidth - Math.abs(line.scrollLeft);

for (const line of document.querySelectorAll(".rooms, .tabs")) {
  const here = line.querySelector("[aria-current]");
  if (here) line.scrollLeft += here.getBoundingClientRect().x - line.getBoundingClientRect().x - line.clientWidth / 3;
  const tell = () => line.toggleAttribute("data-more", hidden(line) > EDGE);
  tell();
  line.addEventListener("scroll", tell, { passive: true });
  addEventListener("resize", tell);
}

// On paper nothing is folded.
let unfolded = [];
addEventListener("beforeprint", () => {
  unfolded = [...document.querySelectorAll(".prints details:not([open])")];
  for (const folded of unfolded) folded.open = true;
});
addEventListener("afterprint", () => {
  for (const folded of unfolded) folded.open = false;
});

let sent = false;
document.addEventListener("submit", () => {
  sent = true;
});
addEventListener("pageshow", (event) => {
  if (event.persisted && sent) location.replace(location.href);
});
