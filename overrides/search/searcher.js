// @ts-check
/**
 * The page's side of the worker: hands it the index as it arrives, and asks. Every question ends: with its answer, or with
 * an error where the worker is broken or silent. Tells `grown` once more of the index is there or cannot be had, and
 * `failed` where nothing can be found any more.
 * @typedef {import("./worker.js").Result} Result
 * @typedef {import("./engine.js").Head} Head
 */
import { fetchedText } from "../shared/fetching.js";

/** How long the engine may think: on an old phone it takes seconds to take in the index. */
const PATIENCE = 15_000;

export class Searcher extends EventTarget {
  /** @param {Worker} worker @param {Promise<string>} head @param {URL} address of the head, which names what is loaded behind it */
  constructor(worker, head, address) {
    super();
    this.worker = worker;
    /** Questions that wait for their answers. @type {Map<number, (answer: any) => void>} */
    this.waiting = new Map();
    this.asked = 0;
    /** What was typed last. @type {Record<string, unknown> | null} */
    this.latest = null;
    /** Settled once the engine has answered what it looks for now. @type {Promise<void> | null} */
    this.searching = null;
    /** Whether titles and other words alone are searched, because the rest could not be had. */
    this.isPartial = false;
    /** How many parts of the index are still to come. */
    this.coming = 1;
    this.address = address;
    /** Names the file of the names in the other language, until it is asked for. */
    this.foreign = "";
    /** Settled once the engine has the text of all pages. @type {Promise<void> | null} */
    this.whole = null;
    worker.addEventListener("message", ({ data }) => this.waiting.get(data.id)?.(data));
    /** What is loaded first, once it is there. @type {Promise<Head>} */
    this.head = this.begin(head, address);
  }

  /** Whether more of the index is still to come, so that nothing found means nothing yet. */
  get isGrowing() {
    return this.coming > 0;
  }

  /** @param {Promise<string>} text @param {URL} address @returns {Promise<Head>} */
  async begin(text, address) {
    const head = await text;
    this.ask({ head }).then(async () => this.grow(new URL((await this.head).rest, address).href), () => this.fail());
    const parsed = JSON.parse(head);
    this.foreign = parsed.foreign ?? "";
    return parsed;
  }

  /** Until the rest is there, titles and other words answer; then whoever listens asks again. @param {string} address */
  async grow(address) {
    try {
      await this.ask({ rest: await fetchedText(address) });
    } catch {
      this.isPartial = true;
    }
    this.grown();
  }

  grown() {
    this.coming -= 1;
    this.dispatchEvent(new Event("grown"));
  }

  /** The names in the other language come once somebody asks in it; where they cannot be had, the rest answers alone. */
  async growForeign() {
    const { href } = new URL(this.foreign, this.address);
    this.foreign = "";
    this.coming += 1;
    await fetchedText(href).then((foreign) => this.ask({ foreign })).catch(() => {});
    this.grown();
  }

  /**
   * The pages that hold the very words, which loads the text of all pages; none where that cannot be had, for which the next question tries again.
   * @param {string} words @param {string[]} shown the addresses of pages that are shown already @returns {Promise<Result[]>}
   */
  async standing(words, shown) {
    try {
      await (this.whole ??= this.loadWhole());
      return (await this.ask({ words, shown })).results;
    } catch {
      this.whole = null;
      return [];
    }
  }

  async loadWhole() {
    const { whole } = await this.head;
    await this.ask({ whole: await fetchedText(new URL(whole, this.address).href) });
  }

  /**
   * What was typed, or another question. Of what is typed only the last waits: the engine is never asked what more typing has
   * overtaken, so that it is never behind.
   * @param {Record<string, unknown>} question @returns {Promise<any>} `{overtaken}` for what was not asked
   */
  async ask(question) {
    if (question.query === undefined) return this.put(question);
    this.latest = question;
    while (this.searching) await this.searching;
    if (this.latest !== question) return { overtaken: true };
    const answer = this.put(question);
    const ended = () => { this.searching = null; };
    this.searching = answer.then(ended, ended);
    if ((await answer).isForeign && this.foreign) this.growForeign();
    return answer;
  }

  /** @param {Record<string, unknown>} question @returns {Promise<any>} */
  put(question) {
    this.asked += 1;
    const id = this.asked;
    return new Promise((resolve, reject) => {
      const end = (/** @type {any} */ answer) => {
        clearTimeout(late);
        this.waiting.delete(id);
        if (answer) resolve(answer);
        else reject(new Error("The search's engine gave no answer."));
      };
      const late = setTimeout(end, PATIENCE);
      this.waiting.set(id, (answer) => end(answer.failed ? undefined : answer));
      this.worker.postMessage({ ...question, id });
    });
  }

  fail() {
    this.dispatchEvent(new Event("failed"));
  }
}
