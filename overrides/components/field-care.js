// @ts-check
/**
 * What some browsers don't do for fields by themselves. Where `field-sizing` is unknown, a text area grows with its text,
 * until the reader drags it to a height. WebKit shows today's date in an empty date field: the style sheet hides what stands
 * in one that has no `data-filled`. Who writes into a field by script tells by the event `written`, which bubbles.
 */
const GROW = !CSS.supports("field-sizing: content");
const DATES = "input[type=date], input[type=datetime-local]";
/** The heights that were set here, by text area. @type {WeakMap<HTMLTextAreaElement, string>} */
const heights = new WeakMap();

/** @param {Event} event */
function care({ target }) {
  if (target instanceof HTMLTextAreaElement && GROW) grow(target);
  else if (target instanceof HTMLInputElement && target.matches(DATES)) target.toggleAttribute("data-filled", Boolean(target.value) || target.validity.badInput);
}

/** As high as its text, within what the style sheet allows. @param {HTMLTextAreaElement} area */
function grow(area) {
  if (area.style.height !== (heights.get(area) ?? "")) return;
  area.style.height = "";
  const over = area.scrollHeight - area.clientHeight;
  if (over > 0) area.style.height = `${area.offsetHeight + over}px`;
  heights.set(area, area.style.height);
}

for (const kind of ["written", "input", "change", "focusin", "focusout"]) document.addEventListener(kind, care);
document.documentElement.toggleAttribute("data-field-care", true);
