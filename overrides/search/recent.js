// @ts-check
/** The last searches, kept in this browser under `handbook:searches`, the newest first. */
const KEY = "handbook:searches";
const MOST = 6, LONGEST = 60;

/** @returns {string[]} */
export function recent() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((query) => typeof query === "string" && query.length <= LONGEST).slice(0, MOST) : [];
  } catch {
    return []; // Storage is switched off, or what it holds is none of ours.
  }
}

/** @param {string} query */
export function remember(query) {
  const text = query.trim();
  if (!text || text.length > LONGEST) return;
  try {
    localStorage.setItem(KEY, JSON.stringify([text, ...recent().filter((other) => other !== text)].slice(0, MOST)));
  } catch {
    // Switched off or full: the next search is offered no last ones.
  }
}

export function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Switched off: there is nothing to erase.
  }
}
