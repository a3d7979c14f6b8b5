// @ts-check
/** The XML of Word texts: its namespaces, its content controls, and the ways from one element to another. */

export const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
export const W14 = "http://schemas.microsoft.com/office/word/2010/wordml";
export const W15 = "http://schemas.microsoft.com/office/word/2012/wordml";

/** The properties of a content control. @param {Element} control */
export const propertiesOf = (control) => childrenOf(control, "sdtPr")[0] ?? control;
/** What stands in a content control. @param {Element} control */
export const contentOf = (control) => childrenOf(control, "sdtContent")[0] ?? control;
/** @param {Element} element @param {string} name */
export const childrenOf = (element, name) => [...element.children].filter((child) => child.localName === name);
/** @param {Element} element @param {string} namespace @param {string} name @returns {Element | undefined} */
export const only = (element, namespace, name) => element.getElementsByTagNameNS(namespace, name)[0];
/** A property of a content control; one that has none does not take those of a control within it. @param {Element} control @param {string} name @param {string} [namespace] */
export const propertyOf = (control, name, namespace = W) => {
  const properties = propertiesOf(control);
  return properties === control ? undefined : only(properties, namespace, name);
};
/** @param {Element | undefined} element */
export const val = (element) => element?.getAttributeNS(W, "val") ?? "";

/** @param {Element} element @param {string} name @returns {Element | null} */
export function ancestorOf(element, name) {
  let at = element.parentElement;
  while (at && at.localName !== name) at = at.parentElement;
  return at;
}
