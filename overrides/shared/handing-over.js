// @ts-check
/**
 * The ways by which something leaves the page: as a file, by the clipboard, on paper. Browsers inside other apps often do nothing
 * when asked for one of them and say nothing either, so nobody is told that it is done who cannot know.
 */

/** Give a text, or bytes, to the browser as a file. Whether it arrives, no page can know. @param {string} name @param {BlobPart} content @param {string} type */
export function save(name, content, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.hidden = true;
  document.body.append(link); // Some browsers follow only a link that stands in the page.
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** @param {string} text @returns {Promise<boolean>} whether it is on the clipboard */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyTheOldWay({ "text/plain": text }); // Not on https, or not allowed.
  }
}

/** A text with its layout, and bare for programs that take no other. @param {string} html @param {string} text @returns {Promise<boolean>} whether it is on the clipboard */
export async function copyWithLayout(html, text) {
  const kinds = { "text/html": html, "text/plain": text };
  try {
    const parts = Object.entries(kinds).map(([type, content]) => [type, new Blob([content], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts))]);
    return true;
  } catch {
    return copyTheOldWay(kinds);
  }
}

/** The way that plain http has too. @param {Record<string, string>} kinds texts by their types */
function copyTheOldWay(kinds) {
  const field = document.createElement("textarea");
  field.value = kinds["text/plain"];
  field.readOnly = true; // So that no keyboard opens on a phone.
  field.className = "visually-hidden";
  const before = document.activeElement;
  (before?.closest("dialog") ?? document.body).append(field); // Beside an open dialog nothing can be selected.
  field.select();
  field.setSelectionRange(0, field.value.length);
  let isTaken = false;
  const put = (/** @type {ClipboardEvent} */ event) => {
    for (const [type, content] of Object.entries(kinds)) event.clipboardData?.setData(type, content);
    event.preventDefault();
    event.stopImmediatePropagation();
    isTaken = Boolean(event.clipboardData);
  };
  addEventListener("copy", put, { capture: true });
  try {
    return document.execCommand("copy") && isTaken;
  } catch {
    return false;
  } finally {
    removeEventListener("copy", put, { capture: true });
    field.remove();
    if (before instanceof HTMLElement) before.focus();
  }
}

/** How long a browser may take to begin with printing. */
const PRINT_BEGINS = 1_500;

/** Print the page. @returns {Promise<boolean>} whether the browser has begun to */
export function printPage() {
  return new Promise((resolve) => {
    addEventListener("beforeprint", () => resolve(true), { once: true });
    try {
      print();
    } catch {
      resolve(false);
    }
    setTimeout(resolve, PRINT_BEGINS, false);
  });
}
