// Runs before the page is painted: the reader's colours, and, on the way in, the reader's language; whether this browser
// sets the gaps between Chinese and Latin right; whether something was begun here; what may wait until the page is painted. A plain
// script, not a module, because a module would run too late and the page would flash.
(() => {
  const root = document.documentElement;

  const site = new URL(`${document.querySelector('meta[name="handbook-root"]')?.getAttribute("content") ?? ""}/`, location.href);

  /** Where the site lives on its host; an address with a per cent sign that escapes nothing stays as it is. */
  const path = (() => {
    try {
      return decodeURI(site.pathname);
    } catch {
      return site.pathname;
    }
  })();

  /** What this browser keeps, or null, also where keeping is switched off; named as `keeping/site.js` does, and as up to 1.1. */
  const kept = (/** @type {string} */ name) => {
    try {
      return localStorage.getItem(`handbook:${name}@${path}`) ?? localStorage.getItem(`handbook:${name}`);
    } catch {
      return null;
    }
  };

  /**
   * Whether a digit between two Chinese signs, all of one font, is painted with the same gap on both sides. In WebKit a
   * canvas has them as the page has; in other engines it has none, which the style sheet knows.
   */
  const gapsAreRight = () => {
    const canvas = document.createElement("canvas");
    canvas.width = 160;
    canvas.height = 48;
    canvas.style.setProperty("text-autospace", "normal");
    root.append(canvas);
    try {
      const brush = canvas.getContext("2d", { willReadFrequently: true });
      if (!brush) return false;
      brush.font = '40px "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", sans-serif';
      brush.fillText("一0一", 0, 40);
      const { data } = brush.getImageData(0, 0, canvas.width, canvas.height);
      let columns = "";
      for (let x = 0; x < canvas.width; x += 1) {
        let ink = 0;
        for (let y = 0; y < canvas.height; y += 1) ink = Math.max(ink, data[4 * (y * canvas.width + x) + 3]);
        columns += ink > 99 ? "#" : " ";
      }
      const gaps = columns.trim().split(/#+/).filter(Boolean).map((gap) => gap.length);
      return gaps.length === 2 && Math.abs(gaps[0] - gaps[1]) < 4;
    } catch {
      return false;
    } finally {
      canvas.remove();
    }
  };

  /**
   * Whether something is kept here whose key is such; where that cannot be known, `unknown`.
   * @param {RegExp} such @param {boolean} unknown @param {("localStorage" | "sessionStorage")[]} places
   */
  const hasKept = (such, unknown, ...places) => {
    try {
      return places.flatMap((place) => Object.keys(globalThis[place])).some((key) => such.test(key) && key.endsWith(`@${path}`));
    } catch {
      return unknown;
    }
  };

  root.classList.replace("no-js", "js");
  // What has no script by then gets none: the style sheet shows it as without scripts. Where all have theirs, but for what comes with
  // a tap, the class would only have the whole page styled anew.
  addEventListener("load", () => {
    if (document.querySelector(":not(:defined):not(save-ways)")) root.classList.add("settled");
  });
  // Until the first paint, what is far below need not be laid out, but where somebody goes to a place on the page or comes back to one.
  const visit = /** @type {PerformanceNavigationTiming | undefined} */ (performance.getEntriesByType("navigation")[0]);
  if (visit?.type === "navigate" && !location.hash) {
    const layOut = () => root.removeAttribute("data-unpainted");
    root.toggleAttribute("data-unpainted", true);
    document.addEventListener("readystatechange", () => requestAnimationFrame(() => setTimeout(layOut)), { once: true });
    addEventListener("load", layOut); // Out of sight nothing is painted.
  }
  const paint = () => {
    const colours = kept("colours");
    if (colours === "light" || colours === "dark") root.dataset.colours = colours;
    else delete root.dataset.colours;
  };
  paint();
  // What was chosen in another tab, or while this page was left, holds here too.
  addEventListener("storage", ({ key }) => (key === null || key.startsWith("handbook:colours")) && paint());
  addEventListener("pageshow", ({ persisted }) => persisted && paint());
  if (CSS.supports("(-webkit-nbsp-mode: space) and (text-autospace: normal)")) root.toggleAttribute("data-gaps", gapsAreRight());
  const { form, home, list, lost, mine, other } = document.currentScript?.dataset ?? {};
  // Where there is no such page, it is said in the language of the address: the one below whose folder it is, else that of the site's root.
  const asked = lost?.trim().split(" ").map((each) => each.split("=")).sort(([, one], [, another]) => another.length - one.length)
    .find(([, folder]) => location.pathname.includes(`/${folder}`));
  if (asked) root.dataset.asked = asked[0];
  // A form that a link opens gets the width of the page from the first (form-opener.js, whose links these are).
  root.toggleAttribute("data-opening", /^#fill$|=|%3D/i.test(location.hash));
  // What the home page leads back to: it leaves room for that from the first.
  if (home !== undefined) root.toggleAttribute("data-begun", hasKept(/^handbook:(draft:|practice@|current@)/, false, "localStorage"));
  // Drafts of a form, to which its page leads back.
  if (form && hasKept(/^handbook:draft:/, false, "localStorage", "sessionStorage")) {
    const isOfForm = (/** @type {[string, unknown]} */ [key, value]) => key.startsWith("handbook:draft:") && String(value).split('"').includes(form);
    root.toggleAttribute("data-drafted", Object.entries({ ...localStorage, ...sessionStorage }).some(isOfForm));
  }
  // Where the record in use has notes, its list is shown together with them.
  if (list) root.toggleAttribute("data-noted", /"note":"[^"]/.test(kept(`run:${kept("current")?.match(`"${list}":"([^"]+)"`)?.[1]}`) ?? ""));
  // What My page would show: without it, the page is whole before its script has come.
  if (mine !== undefined) root.toggleAttribute("data-begun", hasKept(/^handbook:(?!(colours|language|changes|search-[a-z]+|download)@)/, true, "localStorage", "sessionStorage"));
  // What is said of runs beside what is kept comes along with the scripts that show them, not behind these.
  if (mine && location.protocol !== "file:" && hasKept(/^handbook:run:/, false, "localStorage", "sessionStorage")) {
    document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: mine }));
  }
  const fromHere = document.referrer.startsWith(site.href);
  if (home && !fromHere && !location.hash && kept("language") === other) location.replace(home);
})();
