// The header: a menu closes when somebody touches the page, the room one stands in is in sight.

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

const rooms = document.querySelector(".rooms");
const here = rooms?.querySelector("[aria-current]");
if (here) rooms.scrollLeft += here.getBoundingClientRect().x - rooms.getBoundingClientRect().x - rooms.clientWidth / 3;
