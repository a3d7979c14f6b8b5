/** Every script is a module by itself: what it imports is there, under the name by which it is asked for. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { script, SCRIPTS, standIn } from "./page.mjs";

standIn();
const modules = readdirSync(SCRIPTS, { recursive: true }).map(String)
  .filter((path) => path.endsWith(".js") && !path.startsWith("editing")); // that one is part of `make serve` only, and never ends
assert.ok(modules.length > 50, "the scripts are not where they are looked for");

for (const path of modules) {
  test(path, async () => {
    try {
      await script(path);
    } catch (error) {
      // One that runs in a page at once may miss more of it than is stood in for; a name that is not exported is no such thing.
      assert.ok(!(error instanceof SyntaxError) && error.code !== "ERR_MODULE_NOT_FOUND", error.message);
    }
  });
}
