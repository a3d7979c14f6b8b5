// @ts-check
/** Today by the reader's clock, as 2027-05-26. */
export function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
