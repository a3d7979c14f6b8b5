// @ts-check
/**
 * Has the browser keep what this reader would need without a connection. On a shared computer nothing is kept that tells which
 * pages somebody read, and what was is forgotten together with all else.
 */
import { keyHere } from "../shared/keeping/site.js";
import { ofPage } from "../shared/replaced.js";
import { trustedScript } from "../shared/trusted.js";

const workers = navigator.serviceWorker;

const isShared = () => {
  try {
    return ["window", "nowhere"].includes(sessionStorage.getItem(keyHere("computer")) ?? "");
  } catch {
    return false;
  }
};

const forget = () => workers?.controller?.postMessage("forget");

addEventListener("handbook-erased", forget);
addEventListener("handbook-place", () => isShared() && forget());
if (workers && ofPage("worker")) {
  const wasKept = workers.controller;
  addEventListener("load", async () => {
    if (isShared()) return forget(); // Asked only now, for the first look into a storage keeps a page waiting.
    try {
      await workers.register(trustedScript(ofPage("worker")));
      const { active } = await workers.ready;
      // The page itself and what it is made of were there before their keeper.
      const here = [location.href, ...performance.getEntriesByType("resource").map(({ name }) => name)];
      if (!wasKept) active?.postMessage({ keep: here });
    } catch {
      // Not allowed here: everything works as long as there is a connection.
    }
  });
}
