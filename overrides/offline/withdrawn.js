// @ts-check
/** The service worker where nothing is to be kept: takes back what an earlier one has kept, and goes. */
export {}; // A module to those that check it; served without this line.

const worker = /** @type {any} */ (self);
const LATE = 2_000;

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(withdraw()));

async function withdraw() {
  await worker.registration.unregister();
  await clear();
  await new Promise((resolve) => setTimeout(resolve, LATE));
  await clear(); // What the earlier one was still about to keep.
}

async function clear() {
  const ours = `handbook@${new URL("./", location.href).pathname}@`;
  for (const name of await caches.keys()) if (name.startsWith(ours)) await caches.delete(name);
}
