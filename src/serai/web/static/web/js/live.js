// Requests of htmx carry the form token, so that live parts may also write.

function token() {
  return document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];
}

document.addEventListener("htmx:config:request", (event) => {
  const known = token();
  const request = event.detail.ctx?.request;
  if (known && request) request.headers["X-CSRFToken"] = known;
});
