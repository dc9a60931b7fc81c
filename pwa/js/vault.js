/**
 * Encrypts what a person keeps on the phone. Everything is always under one random data key; without a PIN the key lies
 * beside the data, with a PIN it is wrapped by a key made from the PIN. A forgotten PIN destroys nothing: what is unsent
 * can still be saved encrypted.
 */

import { answered, read, transact, write } from "./store.js";

const DATA = { name: "AES-GCM", length: 256 };
const ROUNDS = 310000;
const FREE_TRIES = 3;
const LONGEST_WAIT = 15 * 60 * 1000;

/** A wrong PIN, or one too many: `wait` is how long the next try has to wait, in milliseconds. */
export class WrongPin extends Error {
  constructor(wait) {
    super("pin");
    this.wait = wait;
  }
}

/** Opens and closes values with a person's data key. */
export class Vault {
  /** @param {CryptoKey} key */
  constructor(key) {
    this.key = key;
  }

  /** @param {any} value @returns {Promise<{iv: Uint8Array, data: ArrayBuffer}>} */
  close(value) {
    return this.closeBytes(new TextEncoder().encode(JSON.stringify(value)));
  }

  async open(closed) {
    return JSON.parse(new TextDecoder().decode(await this.openBytes(closed)));
  }

  /** The value, or null where it was damaged on the phone: one such value may not hinder the others. */
  async readable(closed) {
    try {
      return await this.open(closed);
    } catch (fault) {
      return null;
    }
  }

  async closeBytes(bytes) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return { iv, data: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, this.key, bytes) };
  }

  openBytes(closed) {
    return crypto.subtle.decrypt({ name: "AES-GCM", iv: closed.iv }, this.key, closed.data);
  }
}

/** @param {IDBDatabase} db @returns {Promise<Vault|null>} the vault of a person without a PIN; null when a PIN is needed */
export async function openFreely(db) {
  let kept = await read(db, "meta", "vault");
  if (!kept) {
    const fresh = { plain: await crypto.subtle.generateKey(DATA, true, ["encrypt", "decrypt"]) };
    kept = await transact(db, ["meta"], "readwrite", async (stores) => {
      const other = await answered(stores.meta.get("vault")); // another tab may have been first
      if (!other) stores.meta.put(fresh, "vault");
      return other || fresh;
    });
  }
  return kept.plain ? new Vault(kept.plain) : null;
}

/** @param {IDBDatabase} db @param {string} pin @returns {Promise<Vault>} or throws WrongPin */
export async function openWithPin(db, pin) {
  const kept = await countTry(db);
  try {
    const key = await unwrap(kept, pin);
    await write(db, "meta", { ...kept, wrong: 0, until: 0 }, "vault");
    return new Vault(key);
  } catch (fault) {
    throw new WrongPin(Math.max(0, kept.until - Date.now()));
  }
}

/** @returns {Promise<Vault>} the vault of a saved locked part, by the PIN of then; throws WrongPin */
export async function vaultOf(kept, pin) {
  try {
    return new Vault(await unwrap(kept, pin));
  } catch (fault) {
    throw new WrongPin(0);
  }
}

/** Wraps the data key by a PIN, or frees it (`pin` empty). All data stay as they are. `old` is the PIN until now. */
export async function changePin(db, pin, old) {
  const kept = await read(db, "meta", "vault");
  const key = kept.plain || (await openWithPin(db, old)).key;
  if (!pin) {
    await write(db, "meta", { plain: key }, "vault");
    return new Vault(key);
  }
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const outer = await fromPin(pin, salt, ROUNDS);
  const wrapped = await crypto.subtle.wrapKey("raw", key, outer, { name: "AES-GCM", iv });
  await write(db, "meta", { salt, iv, wrapped, rounds: ROUNDS, wrong: 0, until: 0 }, "vault");
  return new Vault(key);
}

/** @param {IDBDatabase} db @returns {Promise<boolean>} */
export async function hasPin(db) {
  const kept = await read(db, "meta", "vault");
  return Boolean(kept && !kept.plain);
}

/** Counts the try before it is made, so that switching off in between gives no free one. */
function countTry(db) {
  return transact(db, ["meta"], "readwrite", async (stores) => {
    const kept = await answered(stores.meta.get("vault"));
    if (kept.until > Date.now()) throw new WrongPin(kept.until - Date.now());
    const wrong = (kept.wrong || 0) + 1;
    const wait = wrong < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT, 15000 * 2 ** (wrong - FREE_TRIES));
    const now = { ...kept, wrong, until: wait ? Date.now() + wait : 0 };
    stores.meta.put(now, "vault");
    return now;
  });
}

async function unwrap(kept, pin) {
  const outer = await fromPin(pin, kept.salt, kept.rounds);
  return crypto.subtle.unwrapKey("raw", kept.wrapped, outer, { name: "AES-GCM", iv: kept.iv }, DATA, true, [
    "encrypt",
    "decrypt",
  ]);
}

async function fromPin(pin, salt, iterations) {
  const said = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, ["deriveKey"]);
  return crypto.subtle.deriveKey({ name: "PBKDF2", hash: "SHA-256", salt, iterations }, said, DATA, false, [
    "wrapKey",
    "unwrapKey",
  ]);
}
