// @ts-check
/**
 * <page-toc><p>…</p><details><summary>…</summary></details><ul>…</ul></page-toc>, the headings of this page
 * Where they stand above the page, they are unfolded by <details>, and folded away again once one was followed; the one that is
 * being read is marked, and what is hidden has no link. Where they stand right of the page, the keyboard reaches them behind it. Beside it, the list of the part's pages is scrolled to the current one.
 */
import { beingRead } from "../shared/being-read.js";
import { namedIn } from "../shared/decoding.js";
import { define } from "../shared/define.js";

class PageToc extends HTMLElement {
  /** @type {number | undefined} */
  drawing = undefined;

  connectedCallback() {
    if (this.places) return; // It was only moved.
    this.places = [.../** @type {NodeListOf<HTMLAnchorElement>} */ (this.querySelectorAll("li a"))].map((link) => ({ link, heading: document.getElementById(namedIn(link.hash)) }));
    this.shorten();
    const page = document.querySelector("#content");
    if (page) new MutationObserver(() => this.shorten()).observe(page, { attributeFilter: ["hidden"], subtree: true });
    addEventListener("scroll", () => {
      this.drawing ??= requestAnimationFrame(() => {
        this.drawing = undefined;
        this.mark();
      });
    }, { passive: true });
    this.addEventListener("click", (event) => {
      if (event.target instanceof HTMLAnchorElement) this.querySelector("details")?.removeAttribute("open");
    });
  }

  /** A heading that is not shown has no link, but of a fold it has, which the link opens; where none has one, nothing says that there are any. */
  shorten() {
    for (const { link, heading } of this.places ?? []) link.parentElement?.toggleAttribute("hidden", Boolean(heading?.closest("[hidden]")));
    this.hidden = !this.querySelector("li:not([hidden])");
  }

  mark() {
    const read = beingRead((this.places ?? []).flatMap(({ heading }) => heading ?? []));
    for (const place of this.places ?? []) {
      if (read && place.heading === read) place.link.setAttribute("aria-current", "true");
      else place.link.removeAttribute("aria-current");
    }
  }
}

define("page-toc", PageToc);

// Beside a table of many rows there is no room for it (43-lookup.css).
const beside = matchMedia(document.querySelector(".groups") ? "not all" : "(min-width: 76em)"), list = document.querySelector(".layout__toc"), page = document.querySelector("#content");
const place = () => list && page?.[beside.matches ? "after" : "before"](list);
if (beside.matches) place();
beside.addEventListener("change", place);

// With the next frame, which lays the page out anyway: before it, the page would be laid out only to be asked.
requestAnimationFrame(() => {
  const pages = document.querySelector(".layout__nav > nav");
  const here = pages?.querySelector("a[aria-current=page]");
  if (pages instanceof HTMLElement && here instanceof HTMLElement && pages.scrollHeight > pages.clientHeight) {
    const { top } = pages.getBoundingClientRect();
    pages.scrollTop += here.getBoundingClientRect().top - top - pages.clientHeight / 2;
    // No line of it begins above the edge, cut in half.
    const first = [...pages.querySelectorAll("a")].find((each) => each.getBoundingClientRect().bottom > top);
    if (first) pages.scrollTop += first.getBoundingClientRect().top - top;
  }
});
