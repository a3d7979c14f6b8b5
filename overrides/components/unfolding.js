// @ts-check
/**
 * On paper nothing is folded away but what would take dozens of sheets. The style sheet sees to that where it can; elsewhere
 * everything is unfolded for as long as the page is being printed.
 */
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
