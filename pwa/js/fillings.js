/** Assessments open for answers, as they read on this phone: the server's state with what was written here since over it. */

import { one, own } from "./documents.js";
import { needsEyes } from "./outbox.js";

/**
 * @typedef {Object} Round as the `rounds` document has it; `values` and `seen` with the records of this phone counted in
 * @property {import("./outbox.js").Row} [row] the record of this phone that its answers were last written in
 * @property {boolean} [handedIn] whether that record hands them in
 */

/** @returns {Promise<Round[]>} */
export async function rounds(person) {
  const told = ((await one(person, "rounds")) || {}).rounds || [];
  const found = new Map(told.map((round) => [round.id, round]));
  for (const { row, body } of (await own(person, "assessments.answers")).reverse()) {
    const base = found.get(body.assessment);
    if (!base || row.confirmed || needsEyes(row) || body.seen < base.seen) continue;
    const values = { ...base.values, ...body.values };
    found.set(base.id, { ...base, values, seen: body.seen + 1, row, handedIn: body.hand_in });
  }
  return [...found.values()];
}
