/**
 * The outbox: what a person wrote, sealed and numbered, until the server's receipt is confirmed. A record is on the disk
 * before anybody says "saved", and nothing in here deletes what is unsent.
 */

import { answered, read, readAll, transact } from "./store.js";
import { evidence, sha256, uuid7 } from "./seal.js";
import { tell } from "./news.js";

/**
 * @typedef {Object} Row one record in the outbox
 * @property {string} id @property {number} number @property {string} kind @property {number} version
 * @property {string|null} replaces @property {string[]} after
 * @property {{sha256: string, bytes: number, type: string, name: string}[]} files
 * @property {Object} sealed @property {string} sha256 of the body @property {string} state
 * @property {Object} secret the body and its title, closed @property {Object} [told] what the server said, closed
 * @property {string} [receipt] @property {boolean} [confirmed]
 */

const NEEDS_EYES = ["conflict", "attention", "refused"];
/** Days a confirmed record stays readable; longer than an office needs to bring back last night's copy of its data. */
const KEPT_DAYS = 60;
const opened = new Map();

/**
 * Seals a record, gives it its number and keeps it; its draft goes in the same breath. Saved twice under one id it is one.
 * What the server refused may be mended: it keeps its id and number, and its older content stays beside it.
 * @param {import("./person.js").Person} person
 * @param {{id?: string, kind: string, body: Object, title: string, replaces?: string, after?: string[], files?: Object[],
 *   values?: Object, route?: string, sealed?: Object}} said `values` and `route` lead back to the form it was written in;
 *   `sealed` is the evidence of a record that was sealed before, on a part of the phone that was saved
 * @returns {Promise<string>} the record's id
 */
export async function keep(person, said) {
  const id = said.id || uuid7();
  const body = JSON.stringify(said.body);
  const row = {
    id,
    kind: said.kind,
    version: 1,
    replaces: said.replaces || null,
    after: said.after || [],
    files: said.files || [],
    sealed: said.sealed || evidence(await read(person.db, "meta", "server_seen")),
    sha256: await sha256(body),
    state: "saved",
    secret: await person.vault.close({ body, title: said.title, values: said.values, route: said.route }),
  };
  await transact(person.db, ["outbox", "meta", "drafts"], "readwrite", async (stores) => {
    stores.drafts.delete(id);
    const old = await answered(stores.outbox.get(id));
    if (old && !mendable(old)) return;
    row.number = old ? old.number : ((await answered(stores.meta.get("number"))) || 0) + 1;
    if (old) row.before = [...(old.before || []), old.secret];
    else stores.meta.put(row.number, "number");
    stores.outbox.put(row);
  });
  opened.delete(id);
  tell("outbox");
  return id;
}

/** @returns {boolean} whether nothing of this record is in force, so that its writer may simply mend it */
export function mendable(row) {
  return row.state === "attention" || row.state === "refused";
}

/** What a record that may be mended was written from, or null. */
export async function toMend(person, id) {
  const row = await read(person.db, "outbox", id);
  return row && mendable(row) ? person.vault.open(row.secret) : null;
}

/** @returns {Promise<Row[]>} by number */
export async function rows(person) {
  return (await readAll(person.db, "outbox")).sort((one, other) => one.number - other.number);
}

/** Every record with its body read: `{row, body, title, route}`; newest first. A body never changes, so it is opened once. */
export async function entries(person) {
  return Promise.all(
    (await rows(person)).reverse().map(async (row) => {
      if (!opened.has(row.id)) opened.set(row.id, await person.vault.open(row.secret));
      const { body, title, route } = opened.get(row.id);
      return { row, body: JSON.parse(body), title, route };
    }),
  );
}

/** What the server said about a record: `{problems, waitsFor}`. */
export async function saidOf(person, row) {
  const told = row.told ? await person.vault.open(row.told) : {};
  return { problems: told.problems || [], waitsFor: told.waits_for || [] };
}

/** @returns {Promise<Object>} the envelope as the server wants it */
export async function envelope(person, row) {
  const { body } = await person.vault.open(row.secret);
  const { id, number, kind, version, replaces, after, files, sealed, sha256: hash } = row;
  return { id, number, kind, version, replaces, after, files, sealed, body, sha256: hash };
}

/** Notes what the server said about a record; its own state never goes back from accepted. */
export async function note(person, id, result) {
  const told = await person.vault.close({ problems: result.problems || [], waits_for: result.waits_for || [] });
  await change(person, id, (row) => ({
    ...row,
    told,
    state: result.state,
    receipt: result.receipt || row.receipt,
    receivedAt: result.received_at || row.receivedAt,
    onTime: result.on_time,
    filesHeld: result.files || row.filesHeld,
  }));
}

/** Changes one row of the outbox in one transaction. */
export async function change(person, id, how) {
  await transact(person.db, ["outbox"], "readwrite", async (stores) => {
    const row = await answered(stores.outbox.get(id));
    if (row) stores.outbox.put(how(row));
  });
}

/**
 * Compares with what the server holds: accepted numbers that it still has are confirmed and may be forgotten in time;
 * accepted numbers it has not got (an older copy of its data was brought back) go out again.
 * @param {{highest: number, missing: number[]}} held
 */
export async function reconcile(person, held, now = Date.now()) {
  const lost = new Set(held.missing || []);
  await transact(person.db, ["outbox", "files"], "readwrite", async (stores) => {
    const all = await answered(stores.outbox.getAll());
    const wanted = new Set(all.filter((row) => !isDone(row)).flatMap((row) => row.files.map((file) => file.sha256)));
    all.forEach((row) => {
      const there = row.number <= held.highest && !lost.has(row.number);
      if (!there && row.receipt && row.secret)
        stores.outbox.put({ ...row, state: "saved", confirmed: false, receipt: undefined, filesHeld: undefined });
      else if (there && row.state === "accepted" && allFiles(row)) {
        if (!row.confirmed) stores.outbox.put({ ...row, confirmed: true, confirmedAt: now });
        row.files
          .filter((file) => !wanted.has(file.sha256) && isOld(row, now, 1))
          .forEach((file) => stores.files.delete(file.sha256));
        if (isOld(row, now, KEPT_DAYS)) stores.outbox.delete(row.id);
      }
    });
  });
}

/**
 * What goes out with the next sync: what is new, and what the server had not settled when last asked. Also what it refused:
 * the reason may have been who was signed in, or a fault that is mended by now.
 */
export function toSend(all) {
  return all.filter((row) => row.state !== "accepted");
}

/** How many stand where: `{made, unsent, eyes, accepted}`. */
export async function counts(person) {
  const all = await rows(person);
  const made = (await read(person.db, "meta", "number")) || 0;
  return {
    made,
    unsent: all.filter((row) => row.state === "saved").length,
    eyes: all.filter(needsEyes).length,
    files: all.reduce((sum, row) => sum + missingFiles(row).length, 0),
  };
}

export function needsEyes(row) {
  return NEEDS_EYES.includes(row.state);
}

/** @returns {string[]} hashes of the files the server has not got yet, as far as it has told */
export function missingFiles(row) {
  const gone = row.filesGone || [];
  const asked = row.filesHeld ? row.filesHeld.missing || [] : row.files.map((file) => file.sha256);
  return asked.filter((hash) => !gone.includes(hash));
}

function allFiles(row) {
  return missingFiles(row).length === 0;
}

function isDone(row) {
  return row.state === "accepted" && row.confirmed && allFiles(row);
}

function isOld(row, now, days) {
  return row.confirmed && row.confirmedAt && now - row.confirmedAt > days * 86400000;
}
