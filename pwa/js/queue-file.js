/**
 * The queue as one file ("titip kirim"): signed by this device, for WhatsApp, a cable or another phone; and such a file of
 * somebody else carried to the server. Whoever carries it cannot read more than the file, and owns none of it.
 */

import { base64, bytesOf, moment, sign } from "./seal.js";
import { adoptUnsent, envelope, keep, mendable, missingFiles, rows, SealedAlready } from "./outbox.js";
import { answered, read, readAll, transact } from "./store.js";
import { keepDraft, keepFile, readFile } from "./drafts.js";
import { vaultOf } from "./vault.js";
import { call } from "./wire.js";
import { t } from "./words.js";

const FORMAT = "sidamping-queue";
const LOCKED = "sidamping-queue-locked";

/** @returns {Promise<Blob>} everything on this phone that has no confirmed receipt, signed by this device */
export async function queueFile(person) {
  await adoptUnsent(person);
  const unsettled = (await rows(person)).filter((row) => !row.confirmed || missingFiles(row).length);
  const records = [];
  const files = {};
  for (const row of unsettled.filter((one) => !one.from || one.from.held)) {
    const sealed = await envelope(person, row);
    if (!sealed) continue;
    records.push(sealed);
    for (const hash of missingFiles(row)) {
      const file = await readFile(person, hash);
      if (file) files[hash] = base64(file.content);
    }
  }
  const content = JSON.stringify({ records, files });
  return asFile({
    format: FORMAT,
    version: 1,
    device: person.device.id,
    owner: person.id,
    made_at: moment(),
    content,
    signature: await sign(person.device, content),
  });
}

/** @returns {Promise<Blob>} the same as it lies on the phone, encrypted, for a person who has forgotten the PIN */
export async function lockedFile(part) {
  const stores = {};
  for (const name of ["outbox", "files", "drafts"]) stores[name] = await readAll(part.db, name);
  const vault = await read(part.db, "meta", "vault");
  const content = JSON.stringify({ vault, stores }, (key, value) => {
    if (value instanceof ArrayBuffer || value instanceof Uint8Array) return { base64: base64(value) };
    return value;
  });
  return asFile({
    format: LOCKED,
    version: 1,
    device: part.device.id,
    owner: part.id,
    made_at: moment(),
    content,
    signature: await sign(part.device, content),
  });
}

/** Gives the file to the phone: share sheet where there is one, else a download. */
export async function hand(blob, name) {
  const file = new File([blob], name, { type: "application/json" });
  if (navigator.canShare && navigator.canShare({ files: [file] })) {
    try {
      await navigator.share({ files: [file] });
      return;
    } catch (refused) {
      if (refused.name === "AbortError") return;
    }
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/** What a file says it is; throws when it is none of ours. @returns {Promise<{locked: boolean, said: Object}>} */
export async function readQueueFile(file) {
  const said = JSON.parse(await file.text());
  if (![FORMAT, LOCKED].includes(said.format) || !said.content || !said.signature) throw new Error("format");
  return { locked: said.format === LOCKED, said };
}

/**
 * Brings back a locked part that was saved: what is unsent and the drafts, sealed and numbered as by its own device then, so
 * that what had reached the server is known there by the same number.
 * @returns {Promise<{back: number, here: number}>} `here` are ids that stand on this phone with other content, which stays
 */
export async function bringBack(person, said, pin) {
  const { vault, stores } = JSON.parse(said.content, (key, value) =>
    value && value.base64 !== undefined ? bytesOf(value.base64) : value,
  );
  const old = await vaultOf(vault, pin);
  for (const row of stores.files) {
    const content = await old.openBytes(row.closed).catch(() => null);
    if (content) await keepFile(person, content, row.type, "");
  }
  const count = { back: 0, here: 0 };
  for (const row of stores.outbox.filter((one) => !one.confirmed)) {
    const secret = await old.readable(row.secret);
    if (!secret) continue;
    const from = row.from || { device: said.device, number: row.number };
    const kept = await keepAgain(person, { ...secret, ...row, from, body: JSON.parse(secret.body) });
    count[kept ? "back" : "here"] += 1;
  }
  for (const row of stores.drafts) {
    const secret = await old.readable(row.secret);
    if (secret) await bringDraft(person, { ...row, ...secret });
  }
  return count;
}

async function keepAgain(person, record) {
  try {
    return await keep(person, record);
  } catch (fault) {
    if (!(fault instanceof SealedAlready)) throw fault;
    return null;
  }
}

/** A draft comes back unless this phone has written on it since, or has sealed what came of it. */
async function bringDraft(person, draft) {
  const here = await read(person.db, "drafts", draft.id);
  const sealed = await read(person.db, "outbox", draft.id);
  if (!(here && here.at >= draft.at) && !(sealed && !mendable(sealed))) await keepDraft(person, draft);
}

/** Takes in a queue file of another phone, to be carried with the next signal. */
export async function takeIn(person, said) {
  const closed = await person.vault.close(said);
  await transact(person.db, ["meta"], "readwrite", async (stores) => {
    const carried = ((await answered(stores.meta.get("carried"))) || []).filter((one) => one.signature !== said.signature);
    stores.meta.put([...carried, { signature: said.signature, device: said.device, at: said.made_at, closed }], "carried");
  });
}

/** @returns {Promise<Object[]>} what is carried and not handed in yet */
export async function carried(person) {
  return (await read(person.db, "meta", "carried")) || [];
}

/** Hands in what is carried; a file leaves the phone only when the server has answered for it. */
export async function handInCarried(person, csrf) {
  for (const one of await carried(person)) {
    const said = await handOver(person, one, csrf);
    await transact(person.db, ["meta"], "readwrite", async (stores) => {
      const rest = ((await answered(stores.meta.get("carried"))) || []).filter((other) => other.signature !== one.signature);
      const fresh = { device: one.device, at: one.at, records: (said.results || []).length, problems: said.problems || [] };
      const before = ((await answered(stores.meta.get("delivered"))) || []).filter((old) => !overtaken(old, fresh));
      stores.meta.put(rest, "carried");
      stores.meta.put([...before, fresh].slice(-20), "delivered");
    });
  }
}

/** A refused file is told no more once one of the same phone was taken in. */
function overtaken(old, fresh) {
  return old.problems.length > 0 && !fresh.problems.length && old.device === fresh.device;
}

/** What the server says of a carried file; a refused one, or one damaged on this phone, is no longer offered and says why. */
async function handOver(person, one, csrf) {
  const json = await person.vault.readable(one.closed);
  if (!json) return { problems: [{ message: t("Rusak di HP ini; minta berkasnya sekali lagi kepada pemiliknya.") }] };
  try {
    return await call("carried", { method: "POST", json, csrf, device: person.device.id, patience: 180000 });
  } catch (fault) {
    if (fault.why !== "refused") throw fault;
    return { problems: fault.problems };
  }
}

/** @returns {Promise<Object[]>} what was handed in for others, newest last */
export async function delivered(person) {
  return (await read(person.db, "meta", "delivered")) || [];
}

function asFile(said) {
  return new Blob([JSON.stringify(said)], { type: "application/json" });
}
