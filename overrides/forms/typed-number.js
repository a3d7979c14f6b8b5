// @ts-check
/**
 * A number as it was typed, without what stands between its thousands and what a sentence says around it; of whole amounts of money, without the
 * decimals that a document adds. A comma anywhere else may stand for a full stop, so the text stays as it is.
 * @param {string} text @param {string[]} units @param {number} [decimals]
 */
export function typedNumber(text, units, decimals) {
  const bare = units.reduce((left, unit) => left.replace(unit.normalize("NFKC").toLowerCase(), ""), text.normalize("NFKC").toLowerCase());
  if (!/^\s*[-+]?\s*(\d{1,3}([,\s]\d{3})+|\d+)(\.\d+)?\s*$/.test(bare)) return text;
  const plain = bare.replace(/[,\s]/g, "");
  return decimals ? plain.replace(/\.0+$/, "") : plain;
}
