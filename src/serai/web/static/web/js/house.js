// The header: a menu closes when somebody touches the page, the room one stands in is in sight.
// And a page that somebody comes back to is a new one once its form was sent: what is typed into the
// old one would be taken for the same form again.

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

const rooms = document.querySelector(".rooms");
const here = rooms?.querySelector("[aria-current]");
if (here) rooms.scrollLeft += here.getBoundingClientRect().x - rooms.getBoundingClientRect().x - rooms.clientWidth / 3;

let sent = false;
document.addEventListener("submit", () => {
  sent = true;
});
addEventListener("pageshow", (event) => {
  if (event.persisted && sent) location.replace(location.href);
});
