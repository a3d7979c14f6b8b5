// @ts-check
/** The service worker where nothing is to be kept: takes back what an earlier one has kept, and goes. */
export {}; // A module to those that check it; served without this line.

const worker = /** @type {any} */ (self);

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(withdraw()));

async function withdraw() {
  const ours = `handbook@${new URL("./", location.href).pathname}@`;
  for (const name of await caches.keys()) if (name.startsWith(ours)) await caches.delete(name);
  await worker.registration.unregister();
}
