// @ts-check
/**
 * Keeps records of one kind in this browser, one key a record. What cannot be kept goes on in memory; what cannot be
 * understood is set aside, never overwritten; what another tab keeps meanwhile is merged.
 *
 * @typedef {{v: number, id: string, changed: number}} Kept What every record has.
 * @typedef {"kept" | "memory" | "full"} Keeping Whether what is done is kept in the browser, or why it is not.
 */
const ASIDE = "handbook:aside:";

/** Records in the browser's storage, with a copy in memory that stands in where storage fails. @template {Kept} T */
export class Records extends EventTarget {
  /**
   * @param {{prefix: string, version: number, upgrade?: (value: any) => any, faultOf: (value: any) => string,
   *   merge: (one: T, other: T) => T}} kind where they stand, the newest version that is understood, how one of an earlier
   *   version becomes one of that, what is wrong with one (blank where nothing is), and how two copies of one become one
   */
  constructor(kind) {
    super();
    this.kind = kind;
    /** @type {Map<string, T>} */
    this.all = new Map();
    /** Keys for which there was no room; they go on in memory. @type {Set<string>} */
    this.unsaved = new Set();
    /** Keys that a newer version of the handbook wrote; they are left alone. @type {string[]} */
    this.newer = [];
    this.storage = availableStorage();
    addEventListener("storage", (event) => {
      if (event.key === null || event.key.startsWith("handbook:")) this.load();
    });
  }

  /** @returns {Keeping} */
  get keeping() {
    if (!this.storage) return "memory";
    return this.unsaved.size ? "full" : "kept";
  }

  /** Read everything that is kept, and tell. */
  load() {
    if (!this.storage) return;
    this.readAll();
    this.dispatchEvent(new Event("change"));
  }

  readAll() {
    const found = new Map();
    this.newer = [];
    for (const key of this.storage ? keysOf(this.storage, this.kind.prefix) : []) {
      const record = this.read(key);
      if (record) found.set(record.id, record);
    }
    for (const [id, record] of this.all) {
      const kept = found.get(id);
      if (this.unsaved.has(this.keyOf(id))) found.set(id, kept ? this.kind.merge(kept, record) : record);
    }
    this.all = found;
  }

  /** @param {string} id */
  keyOf(id) {
    return this.kind.prefix + id;
  }

  /** @param {string} key @returns {T | null} */
  read(key) {
    const { version, faultOf, upgrade } = this.kind;
    return this.readSound(key, version, (value) => !faultOf(value) && key === this.keyOf(value.id), upgrade);
  }

  /**
   * What stands under a key; what is damaged is set aside, what a newer version wrote is left alone.
   * @param {string} key @param {number} version @param {(value: any) => boolean} isSound
   * @param {(value: any) => any} [upgrade] @returns {any} null where nothing is
   */
  readSound(key, version, isSound, upgrade = (value) => value) {
    const text = this.storage?.getItem(key) ?? null;
    if (text === null) return null;
    let value = null;
    try {
      value = upgrade(JSON.parse(text));
    } catch {
      value = null; // Damaged: set aside below.
    }
    if (value && Number.isInteger(value.v) && value.v > version) {
      this.newer.push(key);
      return null;
    }
    if (value && isSound(value)) return value;
    this.setAside(key, text);
    return null;
  }

  /** Move what cannot be understood out of the way, for export; where there is no room for that, it stays where it is. */
  setAside(/** @type {string} */ key, /** @type {string} */ text) {
    try {
      this.storage?.setItem(`${ASIDE}${Date.now().toString(36)}:${key.slice("handbook:".length)}`, text);
      this.storage?.removeItem(key);
    } catch {
      this.newer.push(key); // No room to move it: left alone, like what a newer version wrote.
    }
  }

  /** What was set aside: by key, as it was found. */
  aside() {
    const storage = this.storage;
    if (!storage) return {};
    return Object.fromEntries(keysOf(storage, ASIDE).map((key) => [key, storage.getItem(key) ?? ""]));
  }

  /** Delete what was set aside, once the reader has it elsewhere. */
  dropAside() {
    for (const key of Object.keys(this.aside())) this.storage?.removeItem(key);
    this.dispatchEvent(new Event("change"));
  }

  /** The records that are wanted, the one changed last first. @param {(record: T) => boolean} [wanted] */
  sorted(wanted) {
    const found = [...this.all.values()];
    return (wanted ? found.filter(wanted) : found).sort((a, b) => b.changed - a.changed);
  }

  /**
   * Keep a record. What another tab has kept of it since is merged, so that nothing of either is lost.
   * @param {T} record @returns {T} the record as it is now
   */
  put(record) {
    const key = this.keyOf(record.id);
    const there = this.storage && !this.newer.includes(key) ? this.read(key) : null;
    const merged = there ? this.kind.merge(there, record) : record;
    this.all.set(merged.id, merged);
    this.write(key, JSON.stringify(merged));
    this.dispatchEvent(new Event("change"));
    return merged;
  }

  /** Delete a record. @param {T} record @returns {() => void} what brings it back */
  remove(record) {
    this.all.delete(record.id);
    this.removeKey(this.keyOf(record.id));
    this.dispatchEvent(new Event("change"));
    return () => {
      this.put(record);
    };
  }

  /** @param {string} key */
  removeKey(key) {
    this.unsaved.delete(key);
    try {
      this.storage?.removeItem(key);
      this.saveUnsaved();
    } catch {
      // Storage was switched off meanwhile: it is gone from memory all the same.
    }
  }

  /** Now that there is more room, keep what is in memory only. */
  saveUnsaved() {
    for (const [id, record] of this.all) if (this.unsaved.has(this.keyOf(id))) this.write(this.keyOf(id), JSON.stringify(record));
  }

  /** How much the handbook keeps in this browser, in bytes (two a character, as browsers count). */
  bytes() {
    const storage = this.storage;
    if (!storage) return 0;
    return keysOf(storage, "handbook:").reduce((sum, key) => sum + 2 * (key.length + (storage.getItem(key) ?? "").length), 0);
  }

  /** @param {string} key @param {string} text */
  write(key, text) {
    if (!this.storage || this.newer.includes(key)) return;
    try {
      this.storage.setItem(key, text);
      this.unsaved.delete(key);
    } catch {
      this.unsaved.add(key);
    }
  }
}

/** The browser's storage, or null where it is switched off. */
function availableStorage() {
  try {
    const probe = "handbook:probe";
    localStorage.setItem(probe, "1");
    localStorage.removeItem(probe);
    return localStorage;
  } catch (error) {
    // A full storage can still be read; a forbidden one cannot.
    return error instanceof DOMException && error.name === "QuotaExceededError" ? localStorage : null;
  }
}

/** @param {Storage} storage @param {string} prefix */
export function keysOf(storage, prefix) {
  const keys = [];
  for (let place = 0; place < storage.length; place += 1) {
    const key = storage.key(place);
    if (key?.startsWith(prefix)) keys.push(key);
  }
  return keys;
}
