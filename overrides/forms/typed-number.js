// @ts-check
/**
 * A number as it was typed, without commas and what a sentence says around it; of whole amounts of money, without the decimals that a document adds.
 * @param {string} text @param {string[]} units @param {number} [decimals]
 */
export function typedNumber(text, units, decimals) {
  const bare = units.reduce((left, unit) => left.replace(unit.normalize("NFKC").toLowerCase(), ""), text.normalize("NFKC").toLowerCase());
  const plain = bare.replace(/[,\s]/g, "");
  if (!/^[-+]?\d+(\.\d+)?$/.test(plain)) return text;
  return decimals ? plain.replace(/\.0+$/, "") : plain;
}
