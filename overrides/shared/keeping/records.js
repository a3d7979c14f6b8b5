// @ts-check
/**
 * Keeps records of one kind in this browser, one key a record. What cannot be kept goes on in memory; what cannot be
 * understood is set aside, never overwritten; what another tab keeps meanwhile is merged; what is beyond the limits of a record
 * is not kept over what was.
 *
 * @typedef {{v: number, id: string, changed: number}} Kept What every record has.
 * @typedef {"kept" | "memory" | "full" | "refused" | "nowhere"} Keeping Whether what is done is kept, or why it is not: storage is
 *   switched off, full, the record too large, or the reader wants it so.
 */
import { erasure, noteBegun, placeHere, storageFor } from "./places.js";
import { bringOver, keyBefore, keyHere, nameBefore, nameHere, namesBefore, namesHere } from "./site.js";
import { asideIn, readBefore, readValue } from "./values.js";

/** Records in the browser's storage, with a copy in memory that stands in where storage fails. @template {Kept} T */
export class Records extends EventTarget {
  /**
   * @param {{prefix: string, version: number, upgrade?: (value: any) => any, faultOf: (value: any) => string,
   *   merge: (one: T, other: T) => T}} kind how their names begin, the newest version that is understood, how one of an earlier
   *   version becomes one of that, what is wrong with one (blank where nothing is), and how two copies of one become one
   */
  constructor(kind) {
    super();
    this.kind = kind;
    /** @type {Map<string, T>} */
    this.all = new Map();
    /** Names for which there was no room; they go on in memory. @type {Set<string>} */
    this.unsaved = new Set();
    /** Names of records that are beyond the limits; they go on in memory. @type {Set<string>} */
    this.refused = new Set();
    /** Names that a newer version of the handbook wrote; they are left alone. @type {Set<string>} */
    this.newer = new Set();
    this.storage = storageFor(placeHere());
    this.erasure = erasure();
    this.listen();
  }

  listen() {
    addEventListener("storage", ({ key }) => {
      const name = key === null ? "" : nameHere(key) ?? nameBefore(key);
      if (name !== null && name !== "probe") this.load();
    });
    addEventListener("handbook-place", () => this.load());
    addEventListener("handbook-erased", () => {
      this.forget();
      this.load();
    });
    addEventListener("pageshow", ({ persisted }) => {
      if (persisted) this.comeBack();
    });
  }

  /** The page comes back as it was left: what is kept may be otherwise by now. */
  comeBack() {
    const hadKept = this.all.size > this.unsaved.size + this.refused.size;
    const hasNone = this.storages().every((storage) => !namesHere(storage).length);
    // Everything was deleted meanwhile, here or in another window: nothing may be written back.
    if (this.erasure !== erasure() || (this.storage && hadKept && hasNone)) this.forget();
    this.load();
  }

  /** Let go of everything in memory. */
  forget() {
    this.all.clear();
    this.unsaved.clear();
    this.refused.clear();
    this.newer.clear();
    this.erasure = erasure();
    this.dispatchEvent(new Event("forgotten"));
  }

  /** @returns {Keeping} */
  get keeping() {
    if (placeHere() === "nowhere") return "nowhere";
    if (!this.storage) return "memory";
    if (this.unsaved.size) return "full";
    return this.refused.size ? "refused" : "kept";
  }

  /** Read everything that is kept, and tell. */
  load() {
    this.storage = storageFor(placeHere());
    if (this.storage && placeHere() === "browser") bringOver(this.storage);
    if (this.storage) this.readAll();
    this.dispatchEvent(new Event("change"));
  }

  readAll() {
    /** @type {Map<string, T>} */
    const found = new Map();
    const add = (/** @type {T | null} */ record) => {
      const other = record && found.get(record.id);
      if (record) found.set(record.id, other ? this.kind.merge(other, record) : record);
    };
    this.newer.clear();
    for (const storage of this.storages()) {
      for (const name of namesHere(storage, this.kind.prefix)) add(this.read(name, storage));
      for (const name of namesBefore(storage, this.kind.prefix)) this.takeOver(name, storage, add);
    }
    for (const [id, record] of this.all) if (this.unsaved.has(this.nameOf(id)) || this.refused.has(this.nameOf(id))) add(record);
    this.all = found;
  }

  /** Where records are looked for: what is meant for this window only may stand beside what the browser keeps. @returns {Storage[]} */
  storages() {
    const [here, window] = [this.storage, placeHere() === "browser" ? storageFor("window") : null];
    return [here, window].filter((storage) => storage !== null);
  }

  /** Where a record is to be kept; null where it is not. @param {T} _record */
  storageOf(_record) {
    return this.storage;
  }

  /** @param {string} id */
  nameOf(id) {
    return this.kind.prefix + id;
  }

  /** @param {string} name @returns {import("./values.js").Kind} */
  valueKind(name) {
    const { version, upgrade, faultOf } = this.kind;
    return { version, upgrade, isSound: (value) => !faultOf(value) && name === this.nameOf(value.id) };
  }

  /** @param {string} name @param {Storage | null} [storage] @returns {T | null} */
  read(name, storage = this.storage) {
    return this.readNamed(name, this.valueKind(name), storage);
  }

  /** What stands under a name; a name at which nothing may be kept is noted. @param {string} name @param {import("./values.js").Kind} kind */
  readNamed(name, kind, storage = this.storage) {
    const { value, isStuck } = readValue(storage, name, kind);
    if (isStuck) this.newer.add(name);
    return value;
  }

  /** Take over what a version up to 1.1 wrote, where something stands here already. @param {string} name @param {Storage} storage @param {(record: T | null) => void} add */
  takeOver(name, storage, add) {
    const { value } = readBefore(storage, name, this.valueKind(name));
    if (!value) return;
    const here = this.read(name, storage);
    const both = here ? this.kind.merge(value, here) : value;
    add(both);
    try {
      storage.setItem(keyHere(name), JSON.stringify(both));
      storage.removeItem(keyBefore(name));
    } catch {
      // No room: it is read from there again.
    }
  }

  /**
   * One thing that is kept beside the records, with what a version up to 1.1 has left of it.
   * @param {string} name @param {import("./values.js").Kind} kind @param {(before: any, here: any) => any} merge
   */
  readSingle(name, kind, merge) {
    const here = this.readNamed(name, kind);
    const before = this.storage && namesBefore(this.storage, name).includes(name) ? readBefore(this.storage, name, kind).value : null;
    if (!before) return here;
    const both = here ? merge(before, here) : before;
    this.write(name, JSON.stringify(both));
    if (!this.unsaved.delete(name)) this.storage?.removeItem(keyBefore(name));
    return both;
  }

  /** What was set aside: by name, as it was found. */
  aside() {
    return asideIn(this.storage);
  }

  /** Delete what was set aside, once the reader has it elsewhere. */
  dropAside() {
    for (const name of Object.keys(this.aside())) this.storage?.removeItem(keyHere(name));
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
    const name = this.nameOf(record.id);
    const storage = this.storageOf(record);
    const there = storage && !this.newer.has(name) ? this.read(name, storage) : null;
    const merged = there ? this.kind.merge(there, record) : record;
    const isNew = !there && (!this.all.has(record.id) || this.unsaved.has(name));
    this.all.set(merged.id, merged);
    if (this.kind.faultOf(merged)) this.refused.add(name);
    else {
      this.refused.delete(name);
      this.write(name, JSON.stringify(merged), storage);
      if (isNew) this.noteNew(name, storage);
    }
    this.dispatchEvent(new Event("change"));
    return merged;
  }

  /** Delete a record. @param {T} record @returns {() => void} what brings it back */
  remove(record) {
    this.all.delete(record.id);
    this.removeNamed(this.nameOf(record.id));
    this.dispatchEvent(new Event("change"));
    return () => {
      this.put(record);
    };
  }

  /** @param {string} name */
  removeNamed(name) {
    this.unsaved.delete(name);
    this.refused.delete(name);
    try {
      for (const storage of this.storages()) {
        storage.removeItem(keyHere(name));
        storage.removeItem(keyBefore(name));
      }
      this.saveUnsaved();
    } catch {
      // Storage was switched off meanwhile: it is gone from memory all the same.
    }
    dispatchEvent(new Event("handbook-begun")); // Less is kept than was.
  }

  /** Now that there is more room, keep what is in memory only. */
  saveUnsaved() {
    for (const [id, record] of this.all) {
      const name = this.nameOf(id), storage = this.storageOf(record);
      if (!this.unsaved.has(name)) continue;
      const isNew = storage?.getItem(keyHere(name)) === null;
      this.write(name, JSON.stringify(record), storage);
      if (isNew) this.noteNew(name, storage);
    }
  }

  /** Something new is kept; where there was no room for it, nobody is asked whose computer it is. @param {string} name @param {Storage | null} storage */
  noteNew(name, storage) {
    if (!this.unsaved.has(name) && storage === storageFor("browser")) noteBegun(name);
  }

  /** @param {string} name @param {string} text */
  write(name, text, storage = this.storage) {
    if (!storage || this.newer.has(name)) return;
    try {
      storage.setItem(keyHere(name), text);
      this.unsaved.delete(name);
    } catch {
      this.unsaved.add(name);
    }
  }
}
