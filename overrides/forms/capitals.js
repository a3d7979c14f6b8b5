// @ts-check
/** Amounts in Chinese capitals, as `macros/model/capitals.py` says them; `tests/capitals.json` holds both to the same cases. */
const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const PLACES = ["", "拾", "佰", "仟"];
const GROUPS = ["", "万", "亿"];

/** An amount in capitals; blank for nothing, and for what is no amount or has more than twelve digits. @param {string} figure as it is shown: 12,800.00 */
export function inCapitals(figure) {
  const found = /^0*(\d{0,12})\.(\d)(\d)$/.exec(figure.replaceAll(",", ""));
  if (!found) return "";
  const [, whole, tenths, hundredths] = found;
  let said = "";
  let skipped = false;
  let spoken = false;
  [...whole].forEach((digit, number) => {
    const place = whole.length - 1 - number;
    if (digit === "0") skipped = true;
    else {
      said += (skipped ? "零" : "") + DIGITS[Number(digit)] + PLACES[place % 4];
      skipped = false;
      spoken = true;
    }
    if (place % 4 === 0 && spoken) {
      said += GROUPS[place / 4];
      skipped = spoken = false;
    }
  });
  if (said) said += "元";
  if (tenths !== "0") said += `${DIGITS[Number(tenths)]}角`;
  else if (hundredths !== "0" && said) said += "零";
  if (hundredths !== "0") return `${said}${DIGITS[Number(hundredths)]}分`;
  return said && `${said}整`;
}
