/**
 * The people of this phone and the one who uses it now: database, vault, device. Each person is a device of their own;
 * nothing of one is opened for another.
 */

import { answered, openPerson, openPhone, read, readAll, transact, write } from "./store.js";
import { hasPin, openFreely, openWithPin } from "./vault.js";
import { makeDevice } from "./seal.js";
import { tell } from "./news.js";

/** @typedef {{id: string, name: string, db: IDBDatabase, vault: import("./vault.js").Vault, device: Object}} Person */

let phone = null;
/** @type {Person|null} */
let current = null;

/** @returns {Person|null} who has the phone in hand and has opened their part of it */
export function me() {
  return current;
}

/** @returns {Promise<{id: string, name: string}[]>} everybody with something on this phone */
export async function people() {
  return readAll(await phoneDb(), "people");
}

/** A setting of the phone itself (language, who used it last). */
export async function setting(name, value) {
  const db = await phoneDb();
  return value === undefined ? read(db, "settings", name) : write(db, "settings", value, name);
}

/** Makes room for a person who has signed in on this phone; a person who has room keeps it. @returns {Promise<boolean>} whether it is new */
export async function welcome(user) {
  const known = (await people()).find((one) => one.id === user.id);
  await write(await phoneDb(), "people", { ...known, id: user.id, name: user.name });
  return !known;
}

/** @returns {Promise<boolean>} whether this person's part is behind a PIN */
export async function asksPin(id) {
  const db = await openPerson(id);
  const asks = await hasPin(db);
  db.close();
  return asks;
}

/**
 * Opens a person's part of the phone.
 * @param {string} id @param {string} [pin]
 * @returns {Promise<Person|null>} null when a PIN is needed and none was given; a wrong one throws WrongPin
 */
export async function enter(id, pin) {
  const found = (await people()).find((one) => one.id === id);
  const db = await openPerson(id);
  const vault = pin ? await openWithPin(db, pin) : await openFreely(db);
  if (!vault) {
    db.close();
    return null;
  }
  current = { id, name: found ? found.name : "", db, vault, device: await deviceOf(db) };
  if ((await setting("last")) !== id) await setting("last", id); // a full phone opens all the same
  tell("person");
  return current;
}

/** Puts the phone down: the next one has to choose, or to give the PIN. Nothing is lost. */
export async function leave() {
  if (current) current.db.close();
  current = null;
  await setting("last", "");
}

/** A person's part without a key: enough for saving what is unsent as it lies, encrypted. */
export async function closedPart(id) {
  const db = await openPerson(id);
  return { id, db, device: await deviceOf(db) };
}

async function deviceOf(db) {
  const kept = await read(db, "meta", "device");
  if (kept) return kept;
  const fresh = await makeDevice();
  return transact(db, ["meta"], "readwrite", async (stores) => {
    const other = await answered(stores.meta.get("device")); // another tab may have been first
    if (!other) stores.meta.put(fresh, "device");
    return other || fresh;
  });
}

async function phoneDb() {
  if (!phone) phone = await openPhone();
  return phone;
}
