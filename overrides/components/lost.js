// @ts-check
/**
 * <escaped-link></escaped-link>, on the page that a host shows for an address that it does not have.
 * Messengers escape the `#` of a link, so that what stands behind it is asked of the host: leads on to what was meant.
 */
import { decoded } from "../shared/decoding.js";

class EscapedLink extends HTMLElement {
  connectedCallback() {
    const meant = meantBy(location.href);
    if (meant) location.replace(meant);
  }
}

/** Where a link was meant to lead whose `#` was escaped; blank where it was not. @param {string} address */
function meantBy(address) {
  const url = new URL(address);
  const [path, ...behind] = url.pathname.split(/%23/i);
  if (!behind.length) return "";
  const hash = behind.join("%23");
  // By its parts, so that the host stays this one whatever the path says.
  url.pathname = path;
  url.hash = hash.includes("=") ? hash : decoded(hash);
  return url.href;
}

customElements.define("escaped-link", EscapedLink);
