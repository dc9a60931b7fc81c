/**
 * Keeps everything on the phone in IndexedDB: one database for the phone (who uses it), one for each person.
 * No other module opens a database; data of one person are never in reach of another's database.
 */

const PHONE = "sidamping-hp";

/** What each version of a person's database adds; a phone of any earlier version walks through all that follow. */
const PERSON_STEPS = [
  (db) => {
    db.createObjectStore("meta");
    db.createObjectStore("documents", { keyPath: "key" });
    db.createObjectStore("outbox", { keyPath: "id" });
    db.createObjectStore("drafts", { keyPath: "id" });
  },
  (db, change) => {
    db.createObjectStore("files", { keyPath: "sha256" });
    change.objectStore("outbox").createIndex("number", "number", { unique: true });
  },
];
const PHONE_STEPS = [
  (db) => {
    db.createObjectStore("people", { keyPath: "id" });
    db.createObjectStore("settings");
  },
];

/** @returns {Promise<IDBDatabase>} who uses this phone, and its settings */
export function openPhone() {
  return open(PHONE, PHONE_STEPS);
}

/** @param {string} id @returns {Promise<IDBDatabase>} everything of one person on this phone */
export function openPerson(id) {
  return open(`sidamping-${id}`, PERSON_STEPS);
}

/**
 * One transaction over some stores; answers when it is on the disk, not before.
 * @template T
 * @param {IDBDatabase} db @param {string[]} stores @param {"readonly"|"readwrite"} mode
 * @param {(stores: Object<string, IDBObjectStore>) => Promise<T>|T} work
 * @returns {Promise<T>}
 */
export function transact(db, stores, mode, work) {
  return new Promise((resolve, reject) => {
    const change = db.transaction(stores, mode, { durability: mode === "readwrite" ? "strict" : "relaxed" });
    let answer;
    change.oncomplete = () => resolve(answer);
    change.onabort = () => reject(change.error || new Error("aborted"));
    const named = {};
    stores.forEach((name) => {
      named[name] = change.objectStore(name);
    });
    Promise.resolve(work(named)).then(
      (found) => {
        answer = found;
      },
      (fault) => {
        reject(fault);
        try {
          change.abort();
        } catch (over) {
          /* it had ended by itself */
        }
      },
    );
  });
}

/** @param {IDBRequest} request @returns {Promise<any>} */
export function answered(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** One value of a store without a transaction around it. */
export function read(db, store, key) {
  return transact(db, [store], "readonly", (in_) => answered(in_[store].get(key)));
}

/** All values of a store, or those whose keys begin with a text. */
export function readAll(db, store, beginning) {
  const range = beginning ? IDBKeyRange.bound(beginning, `${beginning}\uffff`) : undefined;
  return transact(db, [store], "readonly", (in_) => answered(in_[store].getAll(range)));
}

/** Puts one value; `key` only where the store has none of its own. */
export function write(db, store, value, key) {
  return transact(db, [store], "readwrite", (in_) =>
    answered(key === undefined ? in_[store].put(value) : in_[store].put(value, key)),
  );
}

export function remove(db, store, key) {
  return transact(db, [store], "readwrite", (in_) => answered(in_[store].delete(key)));
}

/** @returns {boolean} whether a fault means that the phone has no room left */
export function isFull(fault) {
  return fault.name === "QuotaExceededError";
}

/** Asks the phone to keep our data when space is short. @returns {Promise<boolean>} its answer */
export async function askToKeep() {
  if (!navigator.storage || !navigator.storage.persist) return false;
  return (await navigator.storage.persisted()) || navigator.storage.persist();
}

/** @returns {Promise<{used: number, quota: number, share: number}>} how full the phone's room for us is */
export async function room() {
  if (!navigator.storage || !navigator.storage.estimate) return { used: 0, quota: 0, share: 0 };
  const { usage = 0, quota = 0 } = await navigator.storage.estimate();
  return { used: usage, quota, share: quota ? usage / quota : 0 };
}

function open(name, steps) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, steps.length);
    request.onupgradeneeded = (event) => {
      steps.slice(event.oldVersion).forEach((step) => step(request.result, request.transaction));
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => {
        request.result.close();
        location.reload();
      };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
}
