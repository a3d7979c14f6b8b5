// Runs before the page is painted: the reader's colours, and, on the way in, the reader's language.
// A plain script, not a module, because a module would run too late and the page would flash.
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  let colours = null;
  let language = null;
  try {
    colours = localStorage.getItem("handbook:colours");
    language = localStorage.getItem("handbook:language");
  } catch {
    return; // Storage is switched off: the system's colours and the page's own language stand.
  }
  if (colours === "light" || colours === "dark") root.dataset.colours = colours;
  const english = root.lang === "en";
  const home = document.querySelector('link[rel="canonical"][data-home]');
  const fromHere = document.referrer.startsWith(`${location.origin}/`);
  if (home && !fromHere && !location.hash && !english && language === "en") location.replace("en/");
})();
