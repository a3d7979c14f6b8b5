// @ts-check
/** Pieces of a Word text, written with the prefix that its file uses. */
import { hasChinese } from "../../shared/han.js";
import { XML_NAMESPACE } from "../../shared/xml.js";
import { W } from "../word-xml.js";


/** @param {Element} beside @param {string} name @param {Record<string, string>} attributes @param {...(Node | string)} content */
export function wordMade(beside, name, attributes = {}, ...content) {
  const prefix = beside.lookupPrefix(W);
  const made = beside.ownerDocument.createElementNS(W, prefix ? `${prefix}:${name}` : name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttributeNS(W, `${prefix ?? "w"}:${attribute}`, value);
  made.append(...content);
  return made;
}

/** Put a text into a run, whose looks stay. @param {Element} run @param {string} text */
export function putText(run, text) {
  for (const child of [...run.children]) if (child.localName !== "rPr") child.remove();
  // Else Word shows marks that both scripts have, such as “ ” and …, as Latin ones.
  if (hasChinese(text)) {
    let looks = [...run.children].find((child) => child.localName === "rPr");
    if (!looks) run.prepend(looks = wordMade(run, "rPr"));
    let fonts = [...looks.children].find((child) => child.localName === "rFonts");
    if (!fonts) {
      fonts = wordMade(run, "rFonts");
      const style = [...looks.children].find((child) => child.localName === "rStyle");
      if (style) style.after(fonts);
      else looks.prepend(fonts);
    }
    fonts.setAttributeNS(W, `${fonts.prefix ?? "w"}:hint`, "eastAsia");
  }
  text.split("\n").forEach((line, number) => {
    if (number) run.append(wordMade(run, "br"));
    line.split("\t").forEach((words, place) => {
      if (place) run.append(wordMade(run, "tab"));
      if (!words) return;
      const piece = wordMade(run, "t", {}, words);
      piece.setAttributeNS(XML_NAMESPACE, "xml:space", "preserve");
      run.append(piece);
    });
  });
}
