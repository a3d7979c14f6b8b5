// @ts-check
/** What is fetched from the site itself; anything but a sound answer is an error. */

/** @param {string} address @returns {Promise<string>} */
export async function fetchedText(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  return answer.text();
}

/**
 * A page as a document. By the old way, because a page's text may not be turned into one where a host asks for trusted types.
 * @param {string} address @returns {Promise<Document>}
 */
export function fetchedPage(address) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    const fail = () => reject(new Error(`${request.status} ${address}`));
    request.addEventListener("load", () => (request.status === 200 && request.responseXML ? resolve(request.responseXML) : fail()));
    for (const kind of ["error", "abort", "timeout"]) request.addEventListener(kind, fail);
    request.send();
  });
}
