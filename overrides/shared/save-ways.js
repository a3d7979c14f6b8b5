// @ts-check
/**
 * <save-ways hidden><button data-way="more">…</button> <button data-way="fine">…</button><div hidden><p data-why>…</p><textarea>… <a download>… <button data-way="text">…
 * <p role="status"></p></div></save-ways>
 * Beside whatever leaves a page: what to do where it does not arrive, as in the browsers of messengers.
 *
 * @typedef {"" | "framed" | "mail" | "print" | "old" | "copy"} Failing What may have failed, or has: the file, for which a page within
 *   another one may be why; the mail program; the printer; an old browser; the clipboard.
 * @typedef {{failing?: Failing, file?: Blob | null, mail?: (() => void) | null}} More `file`: to be saved once more; `mail`: saves
 *   the mail as a file.
 */
import { copy } from "./handing-over.js";
import { say, words } from "./words.js";

/** Browsers within other programs, many of which neither save files nor say so. */
const WITHIN_PROGRAMS = /MicroMessenger|wxwork|DingTalk|Lark|Feishu|\bQQ\/|Weibo|AlipayClient|Teams\/|FBA[NV]|Instagram|\bLine\/|; wv\)/i;
/** Of these nobody has to ask: it is known that they failed. */
const KNOWN = ["print", "old", "copy"];

export class SaveWays extends HTMLElement {
  /** What can be taken along in place of what was handed over. */
  text = "";
  /** What that is called. */
  name = "";
  /** @type {Blob | null} */
  file = null;
  /** @type {(() => void) | null} */
  mail = null;

  connectedCallback() {
    this.question = this.inner("[data-way=more]").textContent;
    this.why = this.inner("[data-why]").textContent;
    this.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button[data-way]") : null;
      if (!(button instanceof HTMLButtonElement)) return;
      event.stopPropagation();
      this.go(button.dataset.way ?? "");
    });
  }

  disconnectedCallback() {
    this.withdraw();
  }

  /** @param {string} name of the file @param {string} text what can be taken along in its place @param {More} [more] */
  offer(name, text, { failing = "", file = null, mail = null } = {}) {
    this.withdraw();
    Object.assign(this, { name, text, file, mail });
    const isFramed = !failing && window.top !== window;
    this.inner("[data-way=more]").textContent = words[`fill_${failing}_question`] ?? this.question;
    this.inner("[data-why]").textContent = (isFramed ? words.framed_ways : words[`fill_${failing}_ways`]) ?? this.why;
    const again = /** @type {HTMLAnchorElement} */ (this.inner("a"));
    again.hidden = !file;
    if (file) Object.assign(again, { href: URL.createObjectURL(file), download: name });
    this.inner("[data-way=share]").hidden = !file || !navigator.canShare?.({ files: [this.shared(file)] });
    this.inner("[data-way=mail]").hidden = !mail;
    this.inner("[data-way=fine]").hidden = KNOWN.includes(failing);
    const content = /** @type {HTMLTextAreaElement} */ (this.inner("textarea"));
    content.value = text;
    content.hidden = !KNOWN.includes(failing) || failing === "print";
    this.hidden = false;
    // At once where it is known to have failed, or likely to.
    this.open(KNOWN.includes(failing) || isFramed || (!failing && isDoubtful()));
    if (failing === "copy") content.select();
  }

  /** What was handed over is no longer what there is. */
  withdraw() {
    this.hidden = true;
    this.tell("");
    const again = /** @type {HTMLAnchorElement} */ (this.inner("a"));
    if (again.href) URL.revokeObjectURL(again.href);
    again.removeAttribute("href");
  }

  /** The reader says that it worked: nobody asks any more, and where they press next is where they were. */
  fine() {
    this.withdraw();
    const before = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("button, a[href]"))]
      .filter((each) => each.getClientRects().length && this.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_PRECEDING);
    before.pop()?.focus({ preventScroll: true });
  }

  /** @param {boolean} isOpen */
  open(isOpen) {
    this.inner("div").hidden = !isOpen;
    this.inner("[data-way=more]").setAttribute("aria-expanded", String(isOpen));
  }

  /** @param {string} way */
  async go(way) {
    if (way === "more") return this.open(Boolean(this.inner("div").hidden));
    if (way === "fine") return this.fine();
    if (way === "mail") return this.mail?.();
    if (way === "share" && this.file) return navigator.share({ files: [this.shared(this.file)] }).catch(() => {}); // The reader may think better of it.
    const link = location.origin + location.pathname + location.search;
    const done = await copy(way === "text" ? this.text : link);
    if (way === "link") this.tell(done ? words.ways_link_copied : say("link_by_hand", { n: link }));
    else if (!done) this.tell(words.copy_refused);
    else this.tell(this.name && !this.file ? say("ways_text_copied", { n: this.name }) : words.ways_copied); // Without the file at hand, the text is what it says.
  }

  /** @param {Blob} file */
  shared(file) {
    return new File([file], this.name, { type: file.type.split(";")[0] });
  }

  /** @param {string} text */
  tell(text) {
    this.inner("[role=status]").textContent = text;
  }

  /** @param {string} place @returns {HTMLElement} */
  inner(place) {
    return /** @type {HTMLElement} */ (this.querySelector(place));
  }
}

/** Whether this browser is of those that lose files without a word. */
function isDoubtful() {
  return !("download" in HTMLAnchorElement.prototype) || WITHIN_PROGRAMS.test(navigator.userAgent);
}
