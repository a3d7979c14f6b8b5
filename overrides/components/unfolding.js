// @ts-check
/**
 * What the address names is unfolded, which not every browser does by itself. On paper nothing is folded away but what would take
 * dozens of sheets: the style sheet sees to that where it can; elsewhere everything is unfolded for as long as the page is being printed.
 */
import { namedIn } from "../shared/decoding.js";

const unfold = () => {
  const named = document.getElementById(namedIn(location.hash)), fold = named?.closest("details");
  if (!fold || fold.open) return;
  fold.open = true;
  named?.scrollIntoView();
};
addEventListener("hashchange", unfold);
unfold();

if (!CSS.supports("selector(::details-content)")) {
  /** @type {HTMLDetailsElement[]} */
  let folded = [];
  const fold = (/** @type {boolean} */ open) => {
    for (const each of folded) each.open = open;
  };
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details")].filter((each) => !each.open && !("staysFolded" in each.dataset));
    fold(true);
  });
  addEventListener("afterprint", () => fold(false));
}
