// @ts-check
/** Times of day in words: 下午3点半, 3.30 pm, 15:00, 中午. Half-width small letters are expected, Chinese numbers as digits. */

const MORNING = /^(?:早|早上|早晨|清晨|清早|上午|午前|morning)$/;
const DAYPARTS = "上午|午前|早上|早晨|清晨|清早|凌晨|中午|正午|下午|午后|午後|傍晚|晚上|晚间|晚間|夜里|夜裡|夜间|夜間|深夜|半夜|午夜|早|晚|morning|afternoon|evening|[ap]\\. ?m\\.?|[ap]m";
const CLOCK = "(\\d{1,2})(?:(?:[:.h]|[点點时時]) ?(?:(\\d{1,2})|(半)|([13])刻)? ?分?(?:[:]?(\\d{1,2})(?:\\.\\d+)?秒?)?|)";
const WRITTEN = new RegExp(`^(?:(${DAYPARTS}) ?)?${CLOCK} ?(?:整|正|o'?clock|hrs?|hours|h)? ?(${DAYPARTS})?$`);
/** Hours and minutes as four digits, which only their unit tells from other numbers. */
const MILITARY = /^(\d\d)(\d\d) ?(?:hrs?|hours|h)$/;

/**
 * A time of day as 14:30; `ambiguous` for one that could be two, null for what is none.
 * @param {string} text @returns {string | null}
 */
export function timeIn(text) {
  if (/^(?:12 ?)?noon$|^正午$/.test(text)) return "12:00";
  if (/^(?:12 ?)?midnight$|^(?:午夜|半夜)$/.test(text)) return "ambiguous"; // Of which day?
  const military = MILITARY.exec(text);
  if (military) return written(Number(military[1]), Number(military[2]));
  const found = WRITTEN.exec(text);
  if (!found) return null;
  const [, before, hours, minutes, half, quarters, seconds, behind] = found;
  if ((before && behind) || Number(seconds ?? 0) > 59) return null;
  const named = before ?? behind;
  // A bare number is a time only where something says so: 3 pm, but neither 3 nor 3 o'clock.
  const bare = /^\d+$/.test(text.replace(/ ?(?:o'?clock|hrs?|hours|h)$/, ""));
  if (bare) return /o'?clock/.test(text) && Number(hours) <= 12 ? "ambiguous" : null;
  const minute = half ? 30 : quarters ? 15 * Number(quarters) : Number(minutes ?? 0);
  if (minutes?.length === 1 && !/[点點时時]/.test(text)) return null; // 3:5 may have lost a digit.
  const hour = named ? hourOf(Number(hours), named.replace(/[. ]/g, "")) : Number(hours);
  return typeof hour === "string" ? hour : written(hour, minute);
}

/** @param {number} hour @param {number} minute */
function written(hour, minute) {
  return hour < 24 && minute < 60 ? `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}` : null;
}

/**
 * The hour of a clock of 24 hours. @param {number} hour as it was written @param {string} part of the day
 * @returns {number | "ambiguous"} 24 where hour and part contradict each other
 */
function hourOf(hour, part) {
  if (part === "am") return hour >= 1 && hour <= 12 ? hour % 12 : 24;
  if (part === "pm") return hour >= 1 && hour <= 12 ? (hour % 12) + 12 : hour > 12 ? hour : 24;
  if (MORNING.test(part)) return hour === 12 || hour === 0 ? "ambiguous" : hour < 12 ? hour : 24; // 上午12点: midnight to a program, noon to a person.
  if (part === "凌晨") return hour === 12 ? 0 : hour <= 6 ? hour : 24;
  if (/^(?:中午|正午)$/.test(part)) return hour >= 10 && hour <= 14 ? hour : hour >= 1 && hour <= 2 ? hour + 12 : 24;
  if (/^(?:下午|午后|午後|afternoon)$/.test(part)) return hour === 12 ? 12 : hour >= 1 && hour <= 7 ? hour + 12 : hour > 12 && hour < 20 ? hour : 24;
  if (/^(?:傍晚|晚|晚上|晚间|晚間|evening)$/.test(part)) return hour >= 4 && hour <= 11 ? hour + 12 : hour > 15 && hour < 24 ? hour : "ambiguous";
  return hour >= 8 && hour <= 11 ? hour + 12 : hour >= 20 && hour < 24 ? hour : "ambiguous"; // At night: before or after midnight?
}
