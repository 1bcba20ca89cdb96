// A form whose answer takes seconds says so while people wait, and is sent once.

function say(form) {
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  said.textContent = form.dataset.busy;
  const moving = document.createElement("progress");
  moving.setAttribute("aria-label", form.dataset.busy);
  form.append(said, moving);
}

for (const form of document.querySelectorAll("form[data-busy]")) {
  form.addEventListener("submit", (event) => {
    if (form.ariaBusy) event.preventDefault();
    else say(form);
    form.ariaBusy = "true";
  });
}

// Whoever comes back to the page may send another file.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
