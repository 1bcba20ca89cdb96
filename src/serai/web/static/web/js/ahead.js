// A scanner is faster than a slow laptop. What is typed while a page is on its way, or before it has
// given the focus, is kept, and keys.js hands it to the field that waits for it. This script stands
// first on the page and is no module: a module would come too late.

{
  const KEPT = "typed ahead";
  const LETTERS_MAX = 120;
  const LEAVING_MS = 5000; // a form that leads nowhere must not swallow what is typed for longer
  const UNREADY_MS = 30000; // nor a page whose keys.js never comes
  let sentAt = -LEAVING_MS;

  const isLeaving = () => performance.now() - sentAt < LEAVING_MS;
  // Once a letter was kept, so are those after it: half a token would else be sent by the browser.
  const isUnready = () =>
    !("ready" in document.documentElement.dataset) &&
    performance.now() < UNREADY_MS &&
    (document.activeElement === document.body || sessionStorage.getItem(KEPT));

  addEventListener("submit", (event) => {
    if (!event.defaultPrevented) sentAt = performance.now();
  });

  addEventListener("pageshow", (event) => {
    if (event.persisted) sentAt = -LEAVING_MS;
  });

  addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      if (!(event.key.length === 1 || event.key === "Enter") || !(isLeaving() || isUnready())) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const kept = sessionStorage.getItem(KEPT) ?? "";
      sessionStorage.setItem(KEPT, (kept + (event.key === "Enter" ? "\n" : event.key)).slice(0, LETTERS_MAX));
    },
    true,
  );
}
