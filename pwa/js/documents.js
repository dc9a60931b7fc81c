/**
 * Reads what the server gave: mentees, visits, open work, plans, forms, papers. Every reader gives what is there and
 * calls the rest not told; what this phone has written meanwhile is laid over it.
 */

import { read, readAll } from "./store.js";
import { label } from "./words.js";
import { entries, needsEyes } from "./outbox.js";
import { listen } from "./news.js";

let kept = new Map();
let written = null;
listen(({ what }) => {
  if (what !== "sync") written = null;
});

/** Forget what was read: the documents changed. */
export function forgetRead() {
  kept = new Map();
}

/** One document's body, or null. */
export async function one(person, key) {
  const name = `${person.id} ${key}`;
  if (!kept.has(name)) {
    const row = await read(person.db, "documents", key);
    kept.set(name, row ? await person.vault.readable(row.secret) : null);
  }
  return kept.get(name);
}

/** All bodies whose key begins so, with their keys. */
export async function many(person, beginning) {
  const name = `${person.id} ${beginning}*`;
  if (!kept.has(name)) {
    const rows = await readAll(person.db, "documents", beginning);
    const all = rows.map(async (row) => ({ key: row.key, body: await person.vault.readable(row.secret) }));
    kept.set(
      name,
      (await Promise.all(all)).filter(({ body }) => body),
    );
  }
  return kept.get(name);
}

/** What this phone has written, newest first; read once until something changes. */
export async function own(person, kind) {
  if (!written) written = entries(person);
  return (await written).filter(({ row, body }) => body && (!kind || row.kind === kind));
}

/** @returns {Promise<Object[]>} the mentees, by name; seen as late as the server knows, or as this phone has written since */
export async function mentees(person) {
  const days = await daysMet(person);
  const found = (await many(person, "mentee:")).map(({ key, body }) => ({ ...body, id: body.id || key.slice(7) }));
  return found
    .map((mentee) => seenOn(mentee, days.get(mentee.id) || ""))
    .sort((a, b) => String(a.name).localeCompare(String(b.name)));
}

/** The last day on which each mentee was met by what this phone wrote, as far as it was not refused. */
async function daysMet(person) {
  const days = new Map();
  (await own(person, "fieldwork.visit"))
    .filter(({ row }) => !needsEyes(row))
    .forEach(({ body }) =>
      body.presences.forEach(({ engagement }) => {
        if (!(days.get(engagement) > body.visited_on)) days.set(engagement, body.visited_on);
      }),
    );
  return days;
}

/** Met later than the server knows: the rule of contact begins anew, so that nothing is due. */
function seenOn(mentee, day) {
  return day > (mentee.last_visit || "") ? { ...mentee, last_visit: day, contact_due: null } : mentee;
}

/** What this phone wrote about a mentee and the server has not taken in, newest first. */
export async function unsettled(person, engagement) {
  const body = (await one(person, `work:${engagement}`)) || {};
  const carried = [...(await many(person, "book:")), ...(await many(person, "paper:"))].map((told) => told.body);
  const rounds = ((await one(person, "rounds")) || {}).rounds || [];
  const known = [...carried, ...rounds].filter((told) => told.engagement === engagement);
  const about = new Set([...known, ...(body.problems || []), ...(body.follow_ups || [])].map(({ id }) => id).concat(engagement));
  const found = [];
  for (const entry of (await own(person)).reverse()) {
    if (!named(entry.body).some((id) => about.has(id))) continue;
    about.add(entry.row.id);
    if (entry.row.state !== "accepted") found.unshift(entry);
  }
  return found;
}

/** What a record says it is about. */
function named({ engagement, problem, follow_up, visit, paper, book, assessment, presences = [] }) {
  return [engagement, problem, follow_up, visit, paper, book, assessment, ...presences.map((met) => met.engagement)];
}

/** @returns {Promise<{code: string, words: string, hint: string}[]>} what may be chosen from a list of the rulebook */
export async function list(person, name) {
  const self = (await one(person, "me")) || {};
  const rows = (self.lists || {})[name] || [];
  return rows.filter((row) => !row.retired).map((row) => ({ code: row.code, words: label(row), hint: label(row.hint) }));
}

/** Visits of a mentee, newest first: the server's, and those of this phone that it does not show yet. */
export async function visits(person, engagement) {
  const held = (await many(person, `visits:${engagement}:`)).flatMap(({ body }) => body.visits || []);
  const said = await own(person, "fieldwork.visit");
  const known = new Set(held.map((visit) => visit.id));
  const fresh = said.filter(
    ({ row, body }) => !known.has(row.id) && body.presences.some((met) => met.engagement === engagement),
  );
  const mine = fresh.map(({ row, body }) => ({ ...body, id: row.id, revision: row.id, own: true, row }));
  const corrected = await corrections(person);
  return [...held, ...mine]
    .map((visit) => ({ ...visit, ...corrected.get(visit.id) }))
    .sort((a, b) => `${b.visited_on}${b.starts_at}`.localeCompare(`${a.visited_on}${a.starts_at}`));
}

/** The last correction of each visit that the server does not show yet. */
async function corrections(person) {
  const said = (await own(person, "fieldwork.visit_revision")).reverse().filter(({ row }) => !row.confirmed);
  return new Map(said.map(({ row, body }) => [body.visit, { ...body, revision: row.id, row }]));
}

/** The signatures given on this phone for a visit or a paper, oldest first. */
export async function signedHere(person, subject) {
  return (await own(person, "oversight.seal")).filter(({ body }) => [body.visit, body.paper].includes(subject)).reverse();
}

/** Open problems and promises of a mentee, and what was observed, with what this phone has added since. */
export async function work(person, engagement) {
  const body = (await one(person, `work:${engagement}`)) || {};
  const problems = (body.problems || []).map((problem) => ({ ...problem, alternatives: [...(problem.alternatives || [])] }));
  const promises = [...(body.follow_ups || [])];
  const state = { engagement, problems, promises, observation: body.observation || null };
  for (const { row, body: said } of (await own(person)).reverse()) {
    const lay = row.confirmed && row.state === "accepted" ? null : LAID[row.kind];
    if (lay && !(ENDS.includes(row.kind) && needsEyes(row))) lay(state, row, said);
  }
  return { ...state, promises: promises.filter((promise) => !promise.closed) };
}

/** The plan of some days, oldest first, with what this phone has planned. */
export async function plan(person, from, to) {
  const held = (await many(person, "plan:")).flatMap(({ body }) => body.items || []);
  const known = new Set(held.map((item) => item.id));
  const names = new Map((await mentees(person)).map((mentee) => [mentee.id, mentee.name]));
  const mine = (await own(person, "fieldwork.plan_item"))
    .filter(({ row }) => !known.has(row.id))
    .map(({ row, body }) => ({ ...body, id: row.id, mentee: names.get(body.engagement) || "", row }));
  const done = new Set((await own(person, "fieldwork.visit")).map(({ body }) => body.plan_item));
  return [...held, ...mine]
    .filter((item) => item.planned_on >= from && item.planned_on <= to)
    .map((item) => ({ ...item, visited: item.visited || done.has(item.id) }))
    .sort((a, b) => `${a.planned_on}${a.starts_at || ""}`.localeCompare(`${b.planned_on}${b.starts_at || ""}`));
}

/** What ends or replaces something; refused, it has not. */
const ENDS = ["fieldwork.choice", "fieldwork.follow_up_closed", "fieldwork.observation"];

/** How a record that is not confirmed yet changes the open work of a mentee. */
const LAID = {
  "fieldwork.problem": ({ problems, engagement }, row, said) => {
    if (said.engagement === engagement && !problems.some((one_) => one_.id === row.id))
      problems.push({ ...said, id: row.id, alternatives: [], choice: null, state: "open", row });
  },
  "fieldwork.alternative": ({ problems }, row, said) => {
    const host = problems.find((problem) => problem.id === said.problem);
    if (host && !host.alternatives.some((one_) => one_.id === row.id)) host.alternatives.push({ ...said, id: row.id, row });
  },
  "fieldwork.choice": ({ problems }, row, said) => {
    const host = problems.find((problem) => problem.id === said.problem);
    if (host && !host.choice) Object.assign(host, { choice: { ...said, row }, state: "decided" });
  },
  "fieldwork.observation": (state, row, said) => {
    if (said.engagement === state.engagement) state.observation = { ...said, id: row.id, row };
  },
  "fieldwork.follow_up": ({ promises, engagement }, row, said) => {
    if (said.engagement === engagement && !promises.some((one_) => one_.id === row.id))
      promises.push({ ...said, id: row.id, row });
  },
  "fieldwork.visit": ({ promises, engagement }, row, said) => {
    (said.follow_ups || [])
      .filter((made) => made.engagement === engagement && !promises.some((one_) => one_.id === made.id))
      .forEach((made) => promises.push({ ...made, row }));
  },
  "fieldwork.follow_up_closed": ({ promises }, row, said) => {
    promises
      .filter((promise) => promise.id === said.follow_up)
      .forEach((promise) => {
        promise.closed = true;
      });
  },
};
