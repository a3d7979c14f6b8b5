// @ts-check
/**
 * The records of several people side by side: who is how far in which checklist, and what several have not done yet. Pure functions.
 *
 * @typedef {import("../checklists/run.js").Checklist} Checklist
 * @typedef {import("../checklists/run.js").Run} Run
 * @typedef {{name: string, runs: Map<string, Run>}} Person `runs`: the one that was changed last, by checklist.
 */

/**
 * Whose records a file holds: the name that most of them have, and of those that as many have, that of the first list; blank where none has any.
 * @param {Run[]} runs @param {string[]} lists ids, in their order @returns {string}
 */
export function ownerOf(runs, lists) {
  const names = [...runs].sort((one, other) => lists.indexOf(one.checklist) - lists.indexOf(other.checklist)).map(({ name }) => name.trim()).filter(Boolean);
  const often = (/** @type {string} */ name) => names.filter((each) => each === name).length;
  return [...names].sort((one, other) => often(other) - often(one))[0] ?? "";
}

/**
 * The people of whom there are records, by the names of these, in the order of the alphabet.
 * @param {{run: Run, whose: string}[]} records each named by its owner, and with what stands for a name that was not given
 * @param {string} language
 * @returns {Person[]}
 */
export function peopleIn(records, language) {
  /** @type {Map<string, Person>} */
  const people = new Map();
  for (const { run, whose } of records) {
    const name = run.name.trim() || whose;
    const person = people.get(name) ?? { name, runs: new Map() };
    const other = person.runs.get(run.checklist);
    if (!other || other.changed < run.changed) person.runs.set(run.checklist, run);
    people.set(name, person);
  }
  const collator = new Intl.Collator(language, { numeric: true });
  return [...people.values()].sort((one, other) => collator.compare(one.name, other.name));
}

/**
 * The items that at least two people have not done, of the checklists that they have begun; what most have open first.
 * @param {Person[]} people @param {Checklist[]} lists
 * @returns {{list: Checklist, text: string, open: number}[]}
 */
export function openWithSeveral(people, lists) {
  const found = lists.flatMap((list) => list.items.map((item) => ({ list, text: item.text,
    open: people.filter(({ runs }) => runs.has(list.id) && !runs.get(list.id)?.answers[item.id]?.state).length })));
  return found.filter(({ open }) => open > 1).sort((one, other) => other.open - one.open);
}
