/**
 * The outbox: what a person wrote, sealed and numbered, until the server's receipt is confirmed. A record is on the disk
 * before anybody says "saved", and nothing in here deletes what is unsent.
 */

import { answered, read, readAll, transact } from "./store.js";
import { evidence, sha256, uuid7 } from "./seal.js";
import { tell } from "./news.js";
import { t } from "./words.js";

/**
 * @typedef {Object} Row one record in the outbox
 * @property {string} id @property {number} [number] @property {string} kind @property {number} version
 * @property {{device: string, number: number, held?: boolean, closed?: boolean}} [from] the device that sealed it, where
 *   that is not this one, and its number; `held`: the server has that number; `closed`: that device hands in nothing more
 * @property {Object} [formerly] the `from` of a record that became this device's before the server could be asked
 * @property {string|null} replaces @property {string[]} after
 * @property {{sha256: string, bytes: number, type: string, name: string}[]} files
 * @property {Object} sealed @property {string} sha256 of the body @property {string} state
 * @property {Object} secret the body and its title, closed @property {Object} [told] what the server said, closed
 * @property {string} [receipt] @property {boolean} [confirmed]
 */

/** The state of a record whose content was damaged on this phone; the others go on. */
export const UNREADABLE = "unreadable";
const NEEDS_EYES = ["conflict", "attention", "refused", UNREADABLE];
/** Days a confirmed record stays readable; longer than an office needs to bring back last night's copy of its data. */
const KEPT_DAYS = 60;
const opened = new Map();

/** A record stands under this id with other content, and nothing may overwrite what is sealed. */
export class SealedAlready extends Error {}

/**
 * Seals a record, gives it its number and keeps it; its draft goes in the same breath. Saved twice under one id it is one;
 * other content under an id that is sealed throws SealedAlready and changes nothing.
 * What the server refused may be mended: it keeps its id and number, and its older content stays beside it; a part that
 * was brought back mends nothing, for it may be the older one.
 * @param {import("./person.js").Person} person
 * @param {{id?: string, kind: string, body: Object, title: string, replaces?: string, after?: string[], files?: Object[],
 *   values?: Object, route?: string, sealed?: Object, from?: Object}} said `values` and `route` lead back to the form it was
 *   written in; `sealed` and `from` are those of a record that was sealed before, on a part of the phone that was saved
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
    const old = await answered(stores.outbox.get(id));
    const stands = old && (said.from || !mendable(old));
    if (stands && old.sha256 !== row.sha256) throw new SealedAlready();
    if (stands && said.from) return;
    stores.drafts.delete(id);
    if (stands) return;
    if (old) Object.assign(row, placeOf(old), { before: [...(old.before || []), old.secret] });
    else if (said.from) row.from = said.from;
    else row.number = await nextNumber(stores);
    stores.outbox.put(row);
  });
  opened.delete(id);
  tell("outbox");
  return id;
}

/** The next number of this device, taken in the transaction that uses it. */
async function nextNumber(stores) {
  const number = ((await answered(stores.meta.get("number"))) || 0) + 1;
  stores.meta.put(number, "number");
  return number;
}

/** What a record was counted under: a number of this device, or a number of the device that sealed it. */
function placeOf({ number, from, formerly }) {
  if (from) return { from };
  return formerly ? { number, formerly } : { number };
}

/** @returns {number} the number it bears, whichever device gave it */
export function numberOf(row) {
  return (row.from || row).number;
}

/** @returns {boolean} whether nothing of this record is in force, so that its writer may simply mend it */
export function mendable(row) {
  return row.state === "attention" || row.state === "refused";
}

/** What a record that may be mended was written from, or null. */
export async function toMend(person, id) {
  const row = await read(person.db, "outbox", id);
  return row && mendable(row) ? person.vault.readable(row.secret) : null;
}

/** @returns {Promise<Row[]>} by number */
export async function rows(person) {
  return (await readAll(person.db, "outbox")).sort((one, other) => numberOf(one) - numberOf(other));
}

/**
 * Every record with its body read: `{row, body, title, route}`; newest first. A body never changes, so it is opened once.
 * One that was damaged on the phone has no body.
 */
export async function entries(person) {
  return Promise.all(
    (await rows(person)).reverse().map(async (row) => {
      if (!opened.has(row.id)) opened.set(row.id, await person.vault.readable(row.secret));
      const { body, title, route } = opened.get(row.id) || { body: "null", title: t("Catatan yang tidak terbaca") };
      return { row, body: JSON.parse(body), title, route };
    }),
  );
}

/** What the server said about a record: `{problems, waitsFor}`. */
export async function saidOf(person, row) {
  const told = (row.told && (await person.vault.readable(row.told))) || {};
  return { problems: told.problems || [], waitsFor: told.waits_for || [] };
}

/** @returns {Promise<Object|null>} the envelope as the server wants it; null sets a damaged record aside for its writer to see */
export async function envelope(person, row) {
  const secret = await person.vault.readable(row.secret);
  if (!secret) {
    await change(person, row.id, (now) => ({ ...now, state: UNREADABLE }));
    return null;
  }
  const { id, kind, version, replaces, after, files, sealed, sha256: hash } = row;
  const number = numberOf(row);
  const formerly = row.formerly && { device: row.formerly.device, number: row.formerly.number };
  return { id, number, kind, version, replaces, after, files, sealed, formerly, body: secret.body, sha256: hash };
}

/** Notes what the server said about a record; its own state never goes back from accepted. */
export async function note(person, id, result) {
  const told = await person.vault.close({ problems: result.problems || [], waits_for: result.waits_for || [] });
  await change(person, id, async (row, stores) => {
    if (result.state === "refused" && row.from && !row.from.closed) return handedOn(row, stores);
    return heard(row, result, told);
  });
}

/**
 * What its own device may no longer hand in goes out again from this one: under its number of then where the server has
 * that, whose answer settles it; else as a record of this device.
 */
function handedOn(row, stores) {
  return row.from.held ? { ...row, state: "saved", from: { ...row.from, closed: true } } : adopted(row, stores);
}

async function adopted({ from, ...row }, stores) {
  return { ...row, state: "saved", number: await nextNumber(stores) };
}

/** What is not known to have left another device becomes this one's, before this one signs for it. */
export async function adoptUnsent(person) {
  const foreign = (await rows(person)).filter((row) => row.from && !row.from.held && !row.receipt);
  for (const { id } of foreign)
    await change(person, id, async (row, stores) => ({ ...(await adopted(row, stores)), formerly: row.from }));
}

/** What was taken for unsent turns out to be held under its number of then: it is that device's again. */
function returned({ number, formerly, ...row }) {
  return { ...row, from: { ...formerly, held: true } };
}

function heard(row, result, told) {
  return {
    ...row,
    told,
    state: result.state,
    receipt: result.receipt || row.receipt,
    receivedAt: result.received_at || row.receivedAt,
    onTime: result.on_time,
    filesHeld: result.files || row.filesHeld,
  };
}

/** Changes one row of the outbox in one transaction. */
export async function change(person, id, how) {
  await transact(person.db, ["outbox", "meta"], "readwrite", async (stores) => {
    const row = await answered(stores.outbox.get(id));
    if (row) stores.outbox.put(await how(row, stores));
  });
}

/** @returns {Promise<string[]>} the devices whose records lie here: this one, then those of parts that were brought back */
export async function devicesOf(person) {
  const others = (await rows(person)).filter((row) => !row.confirmed).map((row) => row.from || row.formerly);
  return [person.device.id, ...new Set(others.filter(Boolean).map((place) => place.device))];
}

/** @returns {boolean} whether the record was sealed by this device of the person */
function isOf(row, device, person) {
  return (row.from ? row.from.device : person.device.id) === device;
}

/** @returns {boolean} whether this device hands the record in: the one that sealed it, or this one in its place */
export function handsIn(row, device, person) {
  return isOf(row.from && row.from.closed ? {} : row, device, person);
}

/**
 * Compares with what the server holds: accepted numbers that it still has are confirmed and may be forgotten in time;
 * accepted numbers it has not got (an older copy of its data was brought back) go out again.
 * @param {{highest: number, missing: number[]}} held of `device`
 */
export async function reconcile(person, held, device = person.device.id, now = Date.now()) {
  const lost = new Set(held.missing || []);
  const has = (number) => number <= held.highest && !lost.has(number);
  await transact(person.db, ["outbox", "files"], "readwrite", async (stores) => {
    const all = await answered(stores.outbox.getAll());
    const wanted = new Set(all.filter((row) => !isDone(row)).flatMap((row) => row.files.map((file) => file.sha256)));
    all
      .filter((row) => row.formerly && row.formerly.device === device && has(row.formerly.number))
      .forEach((row) => stores.outbox.put(returned(row)));
    all.filter((row) => isOf(row, device, person)).forEach((found) => {
      const there = has(numberOf(found));
      const row = placed(found, there);
      if (row !== found) stores.outbox.put(row);
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

/** The record with what the server's statement tells of its place; the same one where that is nothing new. */
function placed(row, there) {
  const { from, formerly, ...rest } = row;
  const { device, number, held } = from || {};
  if (from && Boolean(held) !== there) return { ...row, from: { device, number, held: there } };
  return formerly && there ? rest : row;
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
