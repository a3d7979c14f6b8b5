// @ts-check
/**
 * <channel-chooser><form data-part="questions" hidden>…</form><section data-part="advice" hidden>…</section></channel-chooser>
 * Shows, as soon as the answers leave only one, the row of the table on the same page (`[data-row]`, which can be read
 * without a script) that they lead to. The answers stand behind the # of the address, where they can be shared; the
 * browser's way back takes the last answer back.
 *
 * @typedef {Record<string, string>} Given answers by question
 */
import { setAddress } from "../shared/address.js";
import { say, words } from "../shared/words.js";

export class ChannelChooser extends HTMLElement {
  connectedCallback() {
    this.form = /** @type {HTMLFormElement} */ (this.place("questions"));
    this.rows = [...document.querySelectorAll("[data-row]")].map((element) => ({
      element: /** @type {HTMLElement} */ (element),
      cases: /** @type {Record<string, string[]>[]} */ (JSON.parse(element.getAttribute("data-when") ?? "[]")),
    }));
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("change", (event) => this.answer(/** @type {HTMLInputElement} */ (event.target).name));
    this.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button[data-do]") : null;
      if (button?.getAttribute("data-do") === "show") this.place("advice").querySelector("h2")?.focus();
      if (button?.getAttribute("data-do") === "reset") this.reset();
    });
    addEventListener("popstate", () => this.read());
    this.form.hidden = false;
    this.read();
    if (this.row) this.place("advice").scrollIntoView();
  }

  /** @param {string} name @returns {HTMLElement} */
  place(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-part="${name}"]`));
  }

  /** Every answer that is chosen. @returns {Given} */
  given() {
    const chosen = /** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll("input:checked"));
    return Object.fromEntries([...chosen].map((input) => [input.name, input.value]));
  }

  /** Take over what the address says, and say so where part of it means nothing here. */
  read() {
    const hash = location.hash.slice(1);
    // A place on the page, such as the table: the answers stay as they are.
    if (hash && !hash.includes("=") && document.getElementById(hash)) return;
    const inputs = /** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll("input"));
    const said = new Map([...new URLSearchParams(hash)].filter(([, answer]) => answer));
    for (const input of inputs) input.checked = said.get(input.name) === input.value;
    const understood = Object.keys(this.given()).length;
    this.place("damaged").textContent = hash && understood !== hash.split("&").length ? words.chooser_damaged : "";
    this.lastAsked = "";
    this.show();
  }

  /** Put the answers into the address; a question that is answered anew at once adds no step to the way back. @param {string} question */
  answer(question) {
    const hash = `#${new URLSearchParams(this.given())}`;
    setAddress(hash, question !== this.lastAsked);
    this.lastAsked = question;
    this.place("damaged").textContent = "";
    this.show();
  }

  reset() {
    setAddress(location.pathname + location.search, true);
    this.read();
    this.querySelector("input")?.focus();
  }

  /** Show the row that the answers lead to, or how many questions are left. */
  show() {
    const given = Object.entries(this.given());
    const left = (this.rows ?? []).filter((row) => row.cases.some((one) =>
      given.every(([question, answer]) => one[question]?.includes(answer) ?? true)));
    this.row = given.length && left.length === 1 ? left[0].element : null;
    this.toggleAttribute("found", Boolean(this.row));
    this.place("advice").hidden = !this.row;
    for (const button of this.querySelectorAll("button")) {
      button.hidden = button.dataset.do === "show" ? !this.row : !given.length;
    }
    if (this.row) this.fill(this.row);
    const count = (this.form?.querySelectorAll("fieldset").length ?? 0) - given.length;
    const time = this.place("time").textContent;
    this.place("said").textContent = this.row ? say(time ? "chooser_found_time" : "chooser_found", {
      channel: this.place("channels").querySelector(".chip")?.textContent?.trim(), owed: this.place("owed").textContent, time,
    }) : say(given.length ? "chooser_left" : "chooser_begin", { n: count });
  }

  /** Copy a row of the table into the card. @param {HTMLElement} row */
  fill(row) {
    const chosen = [.../** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll("input:checked"))];
    const names = chosen.map((input) => say("chooser_case", {
      question: input.closest("fieldset")?.dataset.label,
      answer: input.parentElement?.querySelector("strong")?.textContent,
    }));
    this.place("title").textContent = row.querySelector("[data-title]")?.textContent ?? "";
    this.place("given").textContent = names.join(" · ");
    this.place("channels").replaceChildren(...copies(row, "[data-channels] > *"));
    const times = /** @type {HTMLElement | null} */ (row.querySelector("[data-times]"));
    this.place("owed").textContent = times?.dataset.owed ?? "";
    this.set("time", times ? [document.createTextNode(this.time(times))] : []);
    const level = chosen.map((input) => input.dataset.level).find(Boolean);
    const limits = /** @type {HTMLTemplateElement | null} */ (this.querySelector(`template[data-limits="${level} ${row.dataset.channel}"]`));
    this.set("limits", limits ? [limits.content.cloneNode(true)] : []);
    for (const name of ["template", "checklist", "contact", "scenario"]) {
      const links = [...row.querySelectorAll(`[data-${name}]`)].map((item) => {
        const line = document.createElement("div");
        line.append(...copies(item, "a"));
        return line;
      });
      this.set(name === "scenario" ? "scenarios" : name, links);
    }
  }

  /** How soon an answer is owed: at the urgency that was answered, else at each. @param {HTMLElement} times @returns {string} */
  time(times) {
    const urgency = this.given()[times.dataset.times ?? ""];
    const one = times.querySelector(`li[data-time], [data-answer="${urgency}"] [data-time]`);
    return (one ? [one] : [...times.children]).map((item) => item.textContent?.trim()).join(" · ");
  }

  /** Fill one line of the card, which goes where there is nothing to say. @param {string} name @param {Node[]} nodes */
  set(name, nodes) {
    const place = this.place(name);
    place.replaceChildren(...nodes);
    place.parentElement?.toggleAttribute("hidden", !nodes.length);
  }
}

/** Copies of what a selector finds, in order. @param {Element} place @param {string} selector @returns {Node[]} */
function copies(place, selector) {
  return [...place.querySelectorAll(selector)].flatMap((found, number) => (number ? [" ", found.cloneNode(true)] : [found.cloneNode(true)]))
    .map((node) => (typeof node === "string" ? document.createTextNode(node) : node));
}

customElements.define("channel-chooser", ChannelChooser);
