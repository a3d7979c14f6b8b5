// @ts-check
/**
 * Durations: how they are written (ISO 8601), and when one that began at some time is over. `macros/model/durations.py`
 * reckons the same when the site is built; both are held to the cases in `tests/durations.json`.
 *
 * @typedef {[number, number][]} Spans Stretches of a day, in minutes from midnight.
 * @typedef {{days: number[], first?: string, last?: string, spans: Spans}} OtherHours On some days of the week, in a season, or both.
 * @typedef {{days: number[], spans: Spans, other?: OtherHours[], zone: string, free?: string[], worked?: string[], known?: string[]}} Hours
 *   An office's working hours: days of the week, 0 being Sunday; the stretches of a usual day, and those of other ones, of which the
 *   last that holds counts, past midnight in more minutes than a day has; the time zone in which they are meant; days that are free,
 *   or worked, unlike the week's; the first and last day for which public holidays are known.
 * @typedef {"years" | "months" | "weeks" | "days" | "hours" | "minutes"} Unit
 */
const A_MINUTE = 60_000;
const A_DAY_IN_MINUTES = 1440;
const FURTHEST = 8.64e15 / A_MINUTE - 2 * A_DAY_IN_MINUTES; // What a date can hold, and the days beside it.
const DURATION = /^P(?=[0-9T])(?:([0-9]{1,3})Y)?(?:([0-9]{1,4})M)?(?:([0-9]{1,4})W)?(?:([0-9]{1,4})D)?(?:T(?=[0-9])(?:([0-9]{1,4})H)?(?:([0-9]{1,4})M)?)?$/;

/** The parts of an ISO 8601 duration; null where it is none, or nothing. @param {string} text @returns {Record<Unit, number> | null} */
export function durationParts(text) {
  const found = DURATION.exec(text);
  if (!found) return null;
  const [years, months, weeks, days, hours, minutes] = found.slice(1).map((part) => Number(part ?? 0));
  return years || months || weeks || days || hours || minutes ? { years, months, weeks, days, hours, minutes } : null;
}

/**
 * When a duration is over. Years, months, weeks and days lead to the same time of day by the clocks of the company's zone,
 * wherever the reader is; a month without that day ends before it. On the calendar, hours and minutes are real ones, also
 * across a change of the clocks. Where only time at work counts, days are working days, hours and minutes those at work, and
 * what begins outside of them counts from when work next begins.
 * @param {string | number} start an ISO time with its difference to UTC, or milliseconds @param {string} within ISO 8601
 * @param {Hours} hours the company's; they say the zone also where every hour counts @param {boolean} [working]
 * @returns {Date | null} null where either cannot be read, or no calendar reaches that far
 */
export function dueAt(start, within, hours, working = false) {
  const parts = durationParts(within);
  const instant = new Date(start).getTime();
  if (!parts || Number.isNaN(instant)) return null;
  const wall = monthsLater(onTheWall(instant, hours.zone), 12 * parts.years + parts.months) + 7 * A_DAY_IN_MINUTES * parts.weeks;
  const time = 60 * parts.hours + parts.minutes;
  const due = working
    ? new Date(fromTheWall(atWork(wall, parts.days, time, hours), hours.zone))
    : new Date(fromTheWall(wall + A_DAY_IN_MINUTES * parts.days, hours.zone) + time * A_MINUTE);
  return Number.isNaN(due.getTime()) ? null : due;
}

/**
 * The times off that a span crosses, each with the weekends beside it: the first and last day. A mere weekend is none.
 * @param {Date} start @param {Date} due @param {Hours} hours @returns {[string, string][]}
 */
export function freeTimes(start, due, hours) {
  /** @type {[string, string][]} */
  const found = [];
  const last = onTheWall(due.getTime(), hours.zone) - late(hours);
  for (let day = onTheWall(start.getTime(), hours.zone) - late(hours); hours.free?.length && day - timeOfDay(day) <= last; day += A_DAY_IN_MINUTES) {
    if (!hours.free.includes(isoDay(day))) continue;
    let first = day;
    while (!worksOn(first - A_DAY_IN_MINUTES, hours)) first -= A_DAY_IN_MINUTES;
    while (!worksOn(day + A_DAY_IN_MINUTES, hours)) day += A_DAY_IN_MINUTES;
    found.push([isoDay(first), isoDay(day)]);
  }
  return found;
}

/** Whether public holidays are known for a whole span. @param {Date} start @param {Date} due @param {Hours} hours */
export function holidaysKnown(start, due, hours) {
  const [first, last] = hours.known ?? [];
  const day = (/** @type {Date} */ time) => isoDay(onTheWall(time.getTime(), hours.zone));
  return Boolean(first && last && first <= day(start) && day(due) <= last);
}

/**
 * The instant at which the clocks of a zone show this. A time that does not exist on that day moves forward; of one that comes
 * twice it is the first.
 * @param {string} time YYYY-MM-DDThh:mm @param {string} zone
 */
export function instantAt(time, zone) {
  return new Date(fromTheWall(Date.parse(`${time}Z`) / A_MINUTE, zone));
}

/** Minutes that a clock shows, in the same way as UTC counts them, some months later. @param {number} wall @param {number} months */
function monthsLater(wall, months) {
  if (!months) return wall;
  const date = new Date(wall * A_MINUTE);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months);
  if (date.getUTCDate() !== day) date.setUTCDate(0); // A month without a 31st ends before it.
  return date.getTime() / A_MINUTE;
}

/**
 * Whole days lead to the same time of day so many working days later, and to the end of a day that ends before; minutes are taken
 * from the time at work. Where work goes on past midnight, all is reckoned on a clock that is behind by as much, so that a night is
 * of one day.
 * @param {number} wall @param {number} days @param {number} minutes @param {Hours} hours
 */
function atWork(wall, days, minutes, hours) {
  let at = beginOfWork(wall - late(hours), hours);
  for (let left = days; left; left -= 1) at = nextWorkingDay(at, hours) + timeOfDay(at);
  const spans = spansOn(at, hours);
  at += Math.min(Math.max(timeOfDay(at), spans[0][0]), spans[spans.length - 1][1]) - timeOfDay(at);
  for (let left = minutes; left;) {
    at = beginOfWork(at, hours);
    const end = spansOn(at, hours).find(([from, to]) => from <= timeOfDay(at) && timeOfDay(at) < to)?.[1] ?? A_DAY_IN_MINUTES;
    const taken = Math.min(left, end - timeOfDay(at));
    at += taken;
    left -= taken;
  }
  return at + late(hours);
}

/** How many minutes after midnight the longest night of work ends, 0 where none does: until then it is the day before. @param {Hours} hours */
function late({ spans, other = [] }) {
  return Math.max(0, ...[spans, ...other.map((each) => each.spans)].map((each) => (each[each.length - 1]?.[1] ?? 0) - A_DAY_IN_MINUTES));
}

/** The stretches of a day, on the clock that is behind where work goes on past midnight. @param {number} at @param {Hours} hours @returns {Spans} */
function spansOn(at, hours) {
  const week = new Date(at * A_MINUTE).getUTCDay(), day = isoDay(at).slice(5);
  const inSeason = (/** @type {OtherHours} */ { first, last }) =>
    !first || !last || (first <= last ? first <= day && day <= last : first <= day || day <= last);
  const found = hours.other?.findLast((other) => other.days.includes(week) && inSeason(other))?.spans ?? hours.spans, behind = late(hours);
  return found.map(([from, to]) => [from - behind, to - behind]);
}

/** The minute itself while people work, else the one in which they next begin. @param {number} at @param {Hours} hours */
function beginOfWork(at, hours) {
  const span = worksOn(at, hours) ? spansOn(at, hours).find(([, to]) => timeOfDay(at) < to) : undefined;
  if (span) return at - timeOfDay(at) + Math.max(timeOfDay(at), span[0]);
  const next = nextWorkingDay(at, hours);
  return next + spansOn(next, hours)[0][0];
}

/** @param {number} at @param {Hours} hours @returns {number} its first minute */
function nextWorkingDay(at, hours) {
  let next = at - timeOfDay(at) + A_DAY_IN_MINUTES;
  while (!worksOn(next, hours)) next += A_DAY_IN_MINUTES;
  return next;
}

/** @param {number} at @param {Hours} hours */
function worksOn(at, hours) {
  const day = isoDay(at);
  if (hours.worked?.includes(day)) return true;
  return hours.days.includes(new Date(at * A_MINUTE).getUTCDay()) && !hours.free?.includes(day);
}

/** @param {number} at */
function isoDay(at) {
  return new Date(at * A_MINUTE).toISOString().slice(0, 10);
}

/** Minutes from midnight, also before 1970. @param {number} at */
function timeOfDay(at) {
  return ((at % A_DAY_IN_MINUTES) + A_DAY_IN_MINUTES) % A_DAY_IN_MINUTES;
}

/** What shows the time of a zone; each takes long to be made. @type {Map<string, Intl.DateTimeFormat>} */
const clocks = new Map();

/** @param {string} zone */
function clockOf(zone) {
  const clock = clocks.get(zone) ?? new Intl.DateTimeFormat("en-GB", {
    timeZone: zone, year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", hourCycle: "h23",
  });
  clocks.set(zone, clock);
  return clock;
}

/** What the clocks of a zone show, in minutes, as if it were UTC. @param {number} instant milliseconds @param {string} zone */
function onTheWall(instant, zone) {
  const shown = Object.fromEntries(clockOf(zone).formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const date = new Date(Date.UTC(2000, shown.month - 1, shown.day, shown.hour, shown.minute));
  return date.setUTCFullYear(shown.year, shown.month - 1, shown.day) / A_MINUTE; // Date.UTC takes the year 26 for 1926.
}

/** When the clocks of a zone show this. @param {number} wall minutes @param {string} zone @returns {number} milliseconds */
function fromTheWall(wall, zone) {
  if (!(Math.abs(wall) < FURTHEST)) return NaN;
  // The difference to UTC the day before and the day after: they differ only where the clocks change in between.
  const [before, after] = [wall - A_DAY_IN_MINUTES, wall + A_DAY_IN_MINUTES].map((near) => wall - (onTheWall(near * A_MINUTE, zone) - near));
  const right = [before, after].filter((minutes) => onTheWall(minutes * A_MINUTE, zone) === wall);
  return (right.length ? Math.min(...right) : before) * A_MINUTE; // Before a gap the clocks were behind: so it moves forward.
}

/** How a short date writes its year: only where it is not this one. @param {string} day such as 2026-12-01 @returns {"numeric" | undefined} */
export function yearOf(day) {
  return day.startsWith(`${new Date().getFullYear()}-`) ? undefined : "numeric";
}
