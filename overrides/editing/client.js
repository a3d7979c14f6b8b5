// @ts-check
/**
 * Keeps an open page as its sources are, under `mkdocs serve` only: asks for what has changed, takes new styles without
 * loading the page again, and shows faults over the last good page.
 */

/** @typedef {{ now: number, page: boolean, styles: boolean, fault: string }} News */

const here = new URL(import.meta.url);
let since = Number(here.searchParams.get("since"));

/** @returns {Promise<News>} once there is any, or after a while */
async function news() {
  const asked = new URL("news", here);
  asked.search = new URLSearchParams({ since: `${since}`, page: location.pathname }).toString();
  return (await fetch(asked, { cache: "no-store" })).json();
}

/** Put a new sheet beside the old one, which goes once the new one is there: the page is never without. */
function takeStyles() {
  for (const old of /** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll("link[rel=stylesheet]"))) {
    const fresh = /** @type {HTMLLinkElement} */ (old.cloneNode());
    const address = new URL(old.href);
    address.searchParams.set("at", `${since}`);
    fresh.href = address.href;
    fresh.addEventListener("load", () => old.remove());
    old.after(fresh);
  }
}

/** @param {string} html what to show; blank where nothing is at fault */
function showFault(html) {
  const shown = document.getElementById("editing-fault");
  if (shown?.outerHTML === html) return;
  shown?.remove();
  document.body.insertAdjacentHTML("beforeend", html);
}

for (;;) {
  try {
    const found = await news();
    since = found.now;
    if (found.page) {
      location.reload();
      break;
    }
    if (found.styles) takeStyles();
    showFault(found.fault);
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 1000)); // the server is being started again
  }
}
