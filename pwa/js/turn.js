/** One sync at a time, whatever the number of tabs: Web Locks, or a lease in the database where a browser has none. */

import { answered, transact } from "./store.js";
import { uuid7 } from "./seal.js";

const LEASE = 3 * 60 * 1000;
const HOLDER = uuid7();

/**
 * @template T @param {import("./person.js").Person} person @param {() => Promise<T>} work
 * @returns {Promise<T|null>} null when somebody else is at it
 */
export async function inTurn(person, work) {
  const name = `sidamping-sync-${person.id}`;
  if (navigator.locks) return navigator.locks.request(name, { ifAvailable: true }, (lock) => (lock ? work() : null));
  return underLease(person, work);
}

/** The lease runs out by itself when its holder died. */
export async function underLease(person, work) {
  if (!(await taken(person, Date.now()))) return null;
  const renewing = setInterval(() => taken(person, Date.now()), LEASE / 3);
  try {
    return await work();
  } finally {
    clearInterval(renewing);
    await transact(person.db, ["meta"], "readwrite", (stores) => answered(stores.meta.delete("lease")));
  }
}

function taken(person, now) {
  return transact(person.db, ["meta"], "readwrite", async (stores) => {
    const lease = await answered(stores.meta.get("lease"));
    if (lease && lease.holder !== HOLDER && lease.until > now) return false;
    stores.meta.put({ holder: HOLDER, until: now + LEASE }, "lease");
    return true;
  });
}
