// @ts-check
/**
 * A site may be replaced while a page of it is open. Its files are named by what they hold, so nothing of the new one gets into
 * the old page; but what that loads late may be gone. Then, and when the reader comes back to it, the page asks which build is there.
 */
export const REPLACED = "handbook-replaced";

/** Look whether the site was replaced, and tell the page if so. @returns {Promise<boolean>} */
export async function tellIfReplaced() {
  const build = ofPage("build");
  if (!build) return false;
  try {
    const answer = await fetch(`${ofPage("root")}/assets/build.json`, { cache: "no-store" });
    if (!answer.ok || (await answer.json()).build === build) return false;
  } catch {
    return false; // Without a connection nothing is newer.
  }
  dispatchEvent(new Event(REPLACED));
  return true;
}

/** What a page says of its site. @param {"build" | "root" | "worker"} what @returns {string} blank where it does not */
export function ofPage(what) {
  return document.querySelector(`meta[name="handbook-${what}"]`)?.getAttribute("content") ?? "";
}
