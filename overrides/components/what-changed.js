// @ts-check
/**
 * <what-changed news="3f2a9c1b" where="scenarios/absence/" hidden>…</what-changed>
 * Facts that changed since the reader's last visit: a mark on the home page (`where="home"`) until the list of them was read (`where="list"`),
 * and at the place itself, once. What was seen is kept as `changes`.
 */
import { define } from "../shared/define.js";
import { placeHere, storageFor } from "../shared/keeping/places.js";
import { keyHere } from "../shared/keeping/site.js";
import { readValue } from "../shared/keeping/values.js";
import { isSound, look, VERSION } from "../shared/news-seen.js";

const NAME = "changes";

class WhatChanged extends HTMLElement {
  connectedCallback() {
    this.show();
    addEventListener("pageshow", ({ persisted }) => persisted && this.show());
  }

  show() {
    const storage = storageFor(placeHere());
    const { value, isStuck } = readValue(storage, NAME, { version: VERSION, isSound });
    const { isShown, keep } = look(value, this.getAttribute("news") ?? "", this.getAttribute("where") ?? "");
    this.hidden = !isShown;
    if (!keep || isStuck) return;
    try {
      storage?.setItem(keyHere(NAME), JSON.stringify(keep));
    } catch {
      // No room: it is shown again.
    }
  }
}

define("what-changed", WhatChanged);
