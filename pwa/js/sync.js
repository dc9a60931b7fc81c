/**
 * Brings what was written to the server and what changed to the phone: hello, records, files, changes, in that order.
 * A record that the server cannot take never hinders the next; what has no receipt stays.
 */

import { call, Unanswered } from "./wire.js";
import { inTurn } from "./turn.js";
import { isFull, read, transact, write } from "./store.js";
import { publicKey } from "./seal.js";
import { change, devicesOf, envelope, handsIn, missingFiles, note, reconcile, rows, toSend } from "./outbox.js";
import { readFile } from "./drafts.js";
import { handInCarried } from "./queue-file.js";
import { forgetRead } from "./documents.js";
import { tell } from "./news.js";
import { me } from "./person.js";

const MOST_RECORDS = 40;
const MOST_BYTES = 600000;
const FIRST_WAIT = 15000;
const LONGEST_WAIT = 15 * 60 * 1000;
const UNKNOWN = { known: false, highest: 0, missing: [] };

/** The last state, `open` when the server has yet to look at a record: "idle" | "busy" | "done" | "no-signal" | "sign-in" | "other-person" | "busy-server" | "phone-full". */
let state = { state: "idle", at: 0 };
let wait = FIRST_WAIT;
let alarm = 0;
/** The fault of a phone without room, met in this attempt. */
let full = null;

export function syncState() {
  return state;
}

/** Syncs now; answers when it is over. Never throws for want of a signal. */
export async function sync() {
  const person = me();
  if (!person) return state;
  clearTimeout(alarm);
  const over = await inTurn(person, () => attempt(person));
  if (over) become(over);
  schedule();
  return state;
}

/** Starts the triggers: at once, when the signal comes back, when the page is looked at again. */
export function watch() {
  const now = () => {
    wait = FIRST_WAIT;
    sync();
  };
  addEventListener("online", now);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) now();
  });
  now();
}

async function attempt(person) {
  become({ state: "busy", at: Date.now() });
  full = null;
  try {
    const hello = await greet(person);
    if (hello.user.id !== person.id) return { state: "other-person", name: hello.user.name, at: Date.now() };
    await introduce(person, hello);
    await ifRoom(reconcile(person, hello.device || UNKNOWN));
    const sent = await sendAll(person, hello.csrf);
    await sendFiles(person, hello.csrf);
    await ifRoom(handInCarried(person, hello.csrf));
    if (sent) await greet(person);
    if (full) throw full;
    await fetchChanges(person);
    const open = (await rows(person)).some((row) => ["received", "saved"].includes(row.state));
    return { state: "done", at: Date.now(), open };
  } catch (fault) {
    if (isFull(fault)) return { state: "phone-full", at: Date.now() };
    if (!(fault instanceof Unanswered)) throw fault;
    return { state: fault.why === "busy" || fault.why === "refused" ? "busy-server" : fault.why, at: Date.now() };
  } finally {
    tell("outbox");
  }
}

/** A phone without room notes nothing, but what it holds goes out all the same; the answers are heard again later. */
async function ifRoom(noting) {
  try {
    await noting;
  } catch (fault) {
    if (!isFull(fault)) throw fault;
    full = fault;
  }
}

/** Who am I, what does the server hold of this device; kept as the statement both sides can show. */
async function greet(person) {
  const hello = await call(`hello?device=${person.device.id}`, { patience: 20000 });
  if (hello.user && hello.user.id === person.id) {
    const statement = { ...hello.device, at: hello.now };
    await ifRoom(
      transact(person.db, ["meta"], "readwrite", (stores) => {
        stores.meta.put(statement, "statement");
        stores.meta.put(hello.now, "server_seen");
      }),
    );
  }
  return hello;
}

async function introduce(person, hello) {
  if (hello.device && hello.device.known) return;
  const json = { label: person.device.label, public_key: await publicKey(person.device) };
  await call(`devices/${person.device.id}`, { method: "PUT", json, csrf: hello.csrf });
}

/** The records of each device under its own name; those of a part that was brought back are compared first. */
async function sendAll(person, csrf) {
  let sent = 0;
  const [own, ...others] = await devicesOf(person);
  for (const device of others) await ifRoom(reconcile(person, await held(device), device));
  for (const device of [own, ...others]) sent += await sendRecords(person, device, csrf);
  return sent > 0;
}

async function held(device) {
  return (await call(`hello?device=${device}`, { patience: 20000 })).device;
}

async function sendRecords(person, device, csrf) {
  const waiting = toSend(await rows(person)).filter((row) => handsIn(row, device, person));
  let batch = [];
  let bytes = 0;
  for (const row of waiting) {
    const sealed = await envelope(person, row);
    if (!sealed) continue;
    const size = sealed.body.length + 1000;
    if (batch.length && (batch.length >= MOST_RECORDS || bytes + size > MOST_BYTES)) {
      await post(person, device, csrf, batch);
      batch = [];
      bytes = 0;
    }
    batch.push(sealed);
    bytes += size;
  }
  if (batch.length) await post(person, device, csrf, batch);
  return waiting.length;
}

/** Hands in a batch; when the server takes none of it, its halves, down to the one record that is at fault. */
async function post(person, device, csrf, batch) {
  let said;
  try {
    said = await call("records", {
      method: "POST",
      json: { device, records: batch },
      csrf,
      device,
      patience: 120000,
    });
  } catch (fault) {
    if (!(fault instanceof Unanswered) || fault.why !== "refused") throw fault;
    if (batch.length === 1) {
      await ifRoom(note(person, batch[0].id, { state: "refused", problems: fault.problems }));
      return;
    }
    const middle = Math.ceil(batch.length / 2);
    await post(person, device, csrf, batch.slice(0, middle));
    await post(person, device, csrf, batch.slice(middle));
    return;
  }
  const sent = new Set(batch.map((one) => one.id));
  for (const result of said.results || []) if (sent.has(result.id)) await ifRoom(note(person, result.id, result));
  tell("outbox");
}

async function sendFiles(person, csrf) {
  const held = (await rows(person)).filter((row) => row.receipt && missingFiles(row).length);
  for (const row of held) {
    for (const hash of missingFiles(row)) await sendFile(person, csrf, row, hash);
  }
}

async function sendFile(person, csrf, row, hash) {
  const file = await readFile(person, hash);
  if (!file) return gone(person, row, hash);
  try {
    const said = await call(`files/${hash}`, {
      method: "PUT",
      content: file.content,
      type: file.type,
      csrf,
      device: person.device.id,
      record: row.id,
      patience: 180000,
    });
    await ifRoom(change(person, row.id, (now) => ({ ...now, filesHeld: said.files || without(now, hash) })));
  } catch (fault) {
    if (!(fault instanceof Unanswered) || fault.why !== "refused") throw fault;
    await gone(person, row, hash);
  }
}

/** A file that the server refuses, or that is no longer here: it is no longer offered, and the record shows it. */
function gone(person, row, hash) {
  return ifRoom(change(person, row.id, (now) => ({ ...now, filesGone: [...(now.filesGone || []), hash] })));
}

function without(row, hash) {
  const missing = missingFiles(row).filter((one) => one !== hash);
  return { expected: row.files.length, held: row.files.length - missing.length, missing };
}

async function fetchChanges(person) {
  let since = (await read(person.db, "meta", "since")) || 0;
  for (let more = true; more;) {
    const said = await call(`changes?device=${person.device.id}&since=${since}`, { patience: 120000 });
    const closed = await Promise.all(
      (said.documents || []).map(async (one) => ({
        key: one.key,
        seq: one.seq,
        secret: one.body === null ? null : await person.vault.close(one.body),
      })),
    );
    await transact(person.db, ["documents", "meta"], "readwrite", (stores) => {
      closed.forEach((one) => (one.secret ? stores.documents.put(one) : stores.documents.delete(one.key)));
      stores.meta.put(said.next, "since");
    });
    more = Boolean(said.more) && said.next > since;
    since = said.next;
    if (closed.length) {
      forgetRead();
      tell("documents");
    }
  }
  await write(person.db, "meta", Date.now(), "fetched_at");
}

function become(next) {
  state = next;
  tell("sync", next);
}

function schedule() {
  if (state.state === "done" && !state.open) wait = FIRST_WAIT;
  if (state.open || ["no-signal", "busy-server"].includes(state.state)) {
    alarm = setTimeout(
      () => {
        if (!document.hidden) sync();
      },
      wait + Math.random() * wait * 0.3,
    );
    wait = Math.min(LONGEST_WAIT, wait * 2);
  }
}
