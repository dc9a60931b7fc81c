/** Worksheets as they read on this phone: the server's state with what was written here since laid over it. */

import { one, own } from "./documents.js";
import { needsEyes } from "./outbox.js";

/**
 * @typedef {Object} Sheet
 * @property {string} kind @property {string} name @property {string} form @property {any} title @property {string} state
 * @property {Object} values by cell @property {number} seen the changes it is written against
 * @property {string[]} waits the cells whose photo was taken on this phone and is not sent yet
 * @property {import("./outbox.js").Row} [row] the record of this phone that it was last written in
 */

/** @returns {Promise<{sheets: Sheet[], kinds: Object[]}>} what stands for a mentee, and what may be begun */
export async function worksheets(person, engagement) {
  const told = (await one(person, `sheets:${engagement}`)) || { sheets: [], kinds: [] };
  const found = new Map(told.sheets.map((sheet) => [placeOf(sheet), { ...sheet, waits: [] }]));
  for (const { row, body } of (await own(person, "deliverables.sheet")).reverse()) {
    const base = found.get(placeOf(body)) || begun(told.kinds, body.kind, body.name);
    if (body.engagement !== engagement || row.confirmed || needsEyes(row) || !base || body.seen < base.seen) continue;
    const state = body.hand_in ? "submitted" : "draft";
    const waits = [...base.waits, ...row.files.map((file) => file.name.split(".")[0])];
    found.set(placeOf(body), { ...base, values: body.content, seen: body.seen + 1, state, row, waits });
  }
  return { sheets: [...found.values()], kinds: told.kinds };
}

/** @returns {Sheet|undefined} an empty sheet of a kind that may be begun, under its name (of a monthly one, its month) */
export function begun(kinds, kind, name) {
  const found = kinds.find((one_) => one_.kind === kind && (name ? one_.months.includes(name) : !one_.months.length));
  return found && { ...found, name, state: "draft", values: {}, seen: 0, waits: [] };
}

function placeOf({ kind, name }) {
  return `${kind} ${name}`;
}
