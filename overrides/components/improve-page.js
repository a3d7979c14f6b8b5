// @ts-check
/**
 * <improve-page place="Place: "><a href="mailto:…?subject=…&body=…">Improve this page</a></improve-page>
 * Adds to the mail which part of the page is meant: that of the words that are selected, or else that to which the address leads.
 */
import { namedIn } from "../shared/decoding.js";
import { define } from "../shared/define.js";

class ImprovePage extends HTMLElement {
  connectedCallback() {
    const link = this.querySelector("a");
    if (!link) return;
    const begun = link.getAttribute("href") ?? "";
    // Before the click: what is selected goes with it, and a menu may copy the link.
    for (const kind of ["pointerdown", "click", "contextmenu"]) link.addEventListener(kind, () => {
      const heading = headingOfSelection() ?? headingOf(document.getElementById(namedIn(location.hash)));
      if (!heading) return;
      const here = `${location.href.split("#")[0]}#${heading.id}`;
      link.href = begun + encodeURIComponent(`\r\n${this.getAttribute("place")}${(heading.textContent ?? "").trim()} ${here}`);
    });
  }
}

function headingOfSelection() {
  const selected = getSelection();
  return selected && !selected.isCollapsed && selected.anchorNode ? headingOf(selected.anchorNode) : null;
}

/** The last heading with an id that stands before a place of the article, or is there. @param {Node | null} place */
function headingOf(place) {
  const article = document.getElementById("content");
  if (!place || !article?.contains(place)) return null;
  const before = [...article.querySelectorAll(":is(h1, h2, h3, h4)[id]")].filter(
    (heading) => heading.contains(place) || heading.compareDocumentPosition(place) & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINS),
  );
  return before.at(-1) ?? null;
}

define("improve-page", ImprovePage);
