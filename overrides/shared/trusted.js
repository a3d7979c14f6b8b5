// @ts-check
/**
 * What goes where a browser could run it, handed over in the way that a strict host asks for (`require-trusted-types-for
 * 'script'`): no other text becomes markup or the address of a script. Browsers that know nothing of this take the text.
 *
 * @typedef {{createHTML: (text: string) => string, createScriptURL: (address: string) => string}} Policy what it makes is used
 * as a text is
 */

/** @type {Policy} */
const rules = {
  createHTML: (text) => text,
  createScriptURL: (address) => {
    const { origin, protocol } = new URL(address, location.href);
    // A blob is of the page that made it, which browsers hold; on a drive, neither it nor its page has an origin to compare.
    if (protocol !== "blob:" && origin !== location.origin) throw new TypeError(`no script of this site: ${address}`);
    return address;
  },
};

/** Each published script brings its own; the host's policy names them all at once. @type {Policy} */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("handbook", rules) ?? rules;

/** Markup that the site itself publishes, or XML that is only read. @param {string} text */
export const trustedMarkup = (text) => policy.createHTML(text);

/** @param {string} address of a script of this site @throws {TypeError} where it is another site's */
export const trustedScript = (address) => policy.createScriptURL(address);
