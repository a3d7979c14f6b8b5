// @ts-check
/** What the usual signs of the fonts of symbols are in Unicode, by font and place; Word writes such a sign as an element of its own. */

/** The Greek alphabet at the places of the Latin one, as the font Symbol has it. */
const GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
const SMALL_GREEK = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";

/** @type {Record<string, Record<number, string>>} */
export const SYMBOLS = {
  symbol: {
    ...atPlaces(0x41, GREEK), ...atPlaces(0x61, SMALL_GREEK), ...atPlaces(0x30, "0123456789"), 0x20: " ", 0x25: "%", 0x28: "(", 0x29: ")",
    0x2b: "+", 0x2d: "−", 0x2e: ".", 0x2f: "/", 0x3c: "<", 0x3d: "=", 0x3e: ">", 0xa2: "′", 0xa3: "≤", 0xa5: "∞", 0xab: "↔", 0xac: "←",
    0xad: "↑", 0xae: "→", 0xaf: "↓", 0xb0: "°", 0xb1: "±", 0xb2: "″", 0xb3: "≥", 0xb4: "×", 0xb7: "•", 0xb8: "÷", 0xb9: "≠", 0xba: "≡",
    0xbb: "≈", 0xbc: "…", 0xd6: "√", 0xd7: "⋅", 0xde: "⇒", 0xdb: "⇔", 0xe5: "∑",
  },
  wingdings: {
    0x20: " ", 0x28: "☎", 0x2a: "✉", 0x4a: "☺", 0x4c: "☹", 0x6c: "●", 0x6e: "■", 0x6f: "☐", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x9f: "•", 0xa7: "▪", 0xa8: "☐",
    0xd8: "➢", 0xdf: "←", 0xe0: "→", 0xe1: "↑", 0xe2: "↓", 0xe8: "➔", 0xf0: "⇨", 0xfb: "✗", 0xfc: "✓", 0xfd: "☒", 0xfe: "☑",
  },
  "wingdings 2": { 0x20: " ", 0x4f: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xa3: "☐" },
  "wingdings 3": {},
  webdings: { 0x20: " ", 0x61: "✓", 0x63: "☐", 0x67: "■", 0x6e: "●", 0x72: "✗" },
};

/** @param {number} first @param {string} signs */
function atPlaces(first, signs) {
  return Object.fromEntries([...signs].map((sign, number) => [first + number, sign]));
}
