// @ts-check
/**
 * <not-saved root="…" head="….json" hidden>… <a href="#">…</a> …</not-saved>
 * On the page that stands for one that is not saved here, whose address the service worker (`worker.js`) puts behind the `#`, from the
 * site's root on: says which one that is, by its title where the search knows it, and leads there for when there is a connection.
 */
import { namedIn } from "../shared/decoding.js";
import { define } from "../shared/define.js";
import { fetchedText } from "../shared/fetching.js";

class NotSaved extends HTMLElement {
  connectedCallback() {
    const asked = namedIn(location.hash), link = this.querySelector("a");
    if (!asked.startsWith("/") || !link) return;
    const root = new URL(this.getAttribute("root") ?? "", location.href), page = new URL(`.${asked}`, root);
    Object.assign(link, { href: page.href, textContent: page.host + namedIn(`#${page.pathname}`) });
    this.hidden = false;
    this.nameIt(link, root).catch(() => {}); // Its address names it too.
  }

  /** @param {HTMLAnchorElement} link @param {URL} root */
  async nameIt(link, root) {
    /** @type {{entries: {title: string, url: string}[]}} */
    const { entries } = JSON.parse(await fetchedText(this.getAttribute("head") ?? ""));
    const known = entries.find(({ url }) => new URL(url, root).href === link.href);
    if (known) link.textContent = known.title;
  }
}

define("not-saved", NotSaved);
