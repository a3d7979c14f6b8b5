// @ts-check
/**
 * When something is due that counts from a time which the reader gives: by the clock, or by the company's working hours.
 *
 * @typedef {{days: number[], spans: [number, number][], zone: string}} Hours The working hours: days of the week, 0 being
 *   Sunday; stretches of a day, in minutes from midnight; the time zone in which they are meant.
 */
const MINUTE = 60_000;
const DAY = 1440;
const DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;

/**
 * @param {string} time the reader's own time of the event, YYYY-MM-DDThh:mm @param {string} within an ISO 8601 duration
 * @param {Hours} [hours] where only time at work counts
 * @returns {Date | null}
 */
export function dueAt(time, within, hours) {
  const parts = DURATION.exec(within);
  const start = new Date(time);
  if (!parts || Number.isNaN(start.getTime())) return null;
  const [years, months, weeks, days, h, m] = parts.slice(1).map((part) => Number(part ?? 0));
  const day = start.getDate();
  start.setMonth(start.getMonth() + 12 * years + months);
  if (start.getDate() !== day) start.setDate(0); // A month without a 31st ends before it.
  start.setDate(start.getDate() + 7 * weeks);
  if (hours) return atWork(start, days, 60 * h + m, hours);
  start.setDate(start.getDate() + days);
  start.setMinutes(start.getMinutes() + 60 * h + m);
  return start;
}

/**
 * Whole days lead to the same time of day so many working days later; minutes are taken from the time at work. What
 * happens outside of it counts from when work next begins. Public holidays are not known here.
 * @param {Date} start @param {number} days @param {number} minutes @param {Hours} hours
 */
function atWork(start, days, minutes, hours) {
  let at = beginOfWork(Math.floor(onTheWall(start.getTime(), hours.zone) / MINUTE), hours);
  for (let left = days; left; left -= 1) at = nextWorkingDay(at, hours) + (at % DAY);
  for (let left = minutes; left;) {
    const end = hours.spans.find(([from, to]) => from <= at % DAY && at % DAY < to)?.[1] ?? DAY;
    const taken = Math.min(left, end - (at % DAY));
    at += taken;
    left -= taken;
    if (left) at = beginOfWork(at, hours);
  }
  return new Date(fromTheWall(at * MINUTE, hours.zone));
}

/** The minute itself while people work, else the one in which they next begin. @param {number} at @param {Hours} hours */
function beginOfWork(at, hours) {
  const span = worksOn(at, hours) ? hours.spans.find(([, to]) => at % DAY < to) : undefined;
  return span ? at - (at % DAY) + Math.max(at % DAY, span[0]) : nextWorkingDay(at, hours) + hours.spans[0][0];
}

/** @param {number} at @param {Hours} hours @returns {number} its first minute */
function nextWorkingDay(at, hours) {
  let next = at - (at % DAY) + DAY;
  while (!worksOn(next, hours)) next += DAY;
  return next;
}

/** @param {number} at @param {Hours} hours */
function worksOn(at, hours) {
  return hours.days.includes(new Date(at * MINUTE).getUTCDay());
}

/** What the clocks of a zone show, as if it were UTC. @param {number} instant @param {string} zone */
function onTheWall(instant, zone) {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone, year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", hourCycle: "h23",
  });
  const shown = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute);
}

/** When the clocks of a zone show this. @param {number} wall @param {string} zone */
function fromTheWall(wall, zone) {
  const near = wall - (onTheWall(wall, zone) - wall);
  return near + (wall - onTheWall(near, zone)); // Once more, for a change to summer time in between.
}
