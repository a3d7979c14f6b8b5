// @ts-check
/**
 * Register an element. Where two apps stand on one page and both bring it, the first that comes serves both.
 * @param {string} name @param {CustomElementConstructor} element
 */
export function define(name, element) {
  if (!customElements.get(name)) customElements.define(name, element);
}
