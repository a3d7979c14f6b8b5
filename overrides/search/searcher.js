// @ts-check
/**
 * The page's side of the worker: hands it the index as it arrives, and asks.
 * @typedef {import("./worker.js").Result} Result
 * @typedef {import("./engine.js").Head} Head
 */
export class Searcher extends EventTarget {
  /** @param {Worker} worker @param {Promise<string>} head @param {string} rest the address of what is loaded behind the head */
  constructor(worker, head, rest) {
    super();
    this.worker = worker;
    /** Questions that wait for their answers. @type {Map<number, (answer: any) => void>} */
    this.waiting = new Map();
    this.asked = 0;
    worker.addEventListener("message", ({ data }) => {
      this.waiting.get(data.id)?.(data);
      this.waiting.delete(data.id);
    });
    /** What is loaded first, once it is there. @type {Promise<Head>} */
    this.head = head.then((text) => {
      worker.postMessage({ head: text });
      this.loadRest(rest);
      return JSON.parse(text);
    });
  }

  /** Until the rest is there, titles and other words answer; then whoever listens asks again. @param {string} address */
  async loadRest(address) {
    const rest = await fetch(address).then((answer) => answer.text());
    this.worker.postMessage({ rest });
    this.dispatchEvent(new Event("grown"));
  }

  /** @param {Record<string, unknown>} question @returns {Promise<any>} */
  ask(question) {
    this.asked += 1;
    const id = this.asked;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.worker.postMessage({ ...question, id });
    });
  }
}
