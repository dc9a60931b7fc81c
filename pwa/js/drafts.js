/** What is being written: kept while it is typed, with its photos, so that a call, an empty battery or a restart loses nothing. */

import { answered, read, readAll, transact, write } from "./store.js";
import { sha256 } from "./seal.js";
import { tell } from "./news.js";

/** @param {{id: string, kind: string, route: string, title: string, values: Object, at?: number}} draft `at`: when it was written, if not now */
export async function keepDraft(person, draft) {
  await write(person.db, "drafts", {
    id: draft.id,
    kind: draft.kind,
    route: draft.route,
    at: draft.at || Date.now(),
    secret: await person.vault.close({ title: draft.title, values: draft.values }),
  });
}

/** @returns {Promise<{title: string, values: Object, route: string}|null>} */
export async function readDraft(person, id) {
  const row = await read(person.db, "drafts", id);
  return row ? opened(person, row) : null;
}

/** The newest draft of a route, so that "write" goes on where it was left. */
export async function drafts(person) {
  const all = (await readAll(person.db, "drafts")).sort((one, other) => other.at - one.at);
  return (await Promise.all(all.map((row) => opened(person, row)))).filter(Boolean);
}

/** Throws a draft away with its photos: a thing never finished, by the wish of whoever wrote it. Nothing of the outbox goes. */
export async function dropDraft(person, id) {
  const draft = await readDraft(person, id);
  const photos = (draft && draft.values.photos) || [];
  await transact(person.db, ["drafts", "files", "outbox"], "readwrite", async (stores) => {
    const sealed = new Set((await answered(stores.outbox.getAll())).flatMap((row) => row.files.map((file) => file.sha256)));
    photos.filter((photo) => !sealed.has(photo.sha256)).forEach((photo) => stores.files.delete(photo.sha256));
    stores.drafts.delete(id);
  });
  tell("outbox");
}

/** Keeps a file by its hash; the same content once. @returns {Promise<{sha256: string, bytes: number, type: string, name: string}>} */
export async function keepFile(person, content, type, name) {
  const hash = await sha256(content);
  const closed = await person.vault.closeBytes(content);
  await transact(person.db, ["files"], "readwrite", async (stores) => {
    if (!(await answered(stores.files.get(hash)))) stores.files.put({ sha256: hash, type, closed });
  });
  return { sha256: hash, bytes: content.byteLength, type, name };
}

/** @returns {Promise<{content: ArrayBuffer, type: string}|null>} null also where it was damaged on the phone */
export async function readFile(person, hash) {
  const row = await read(person.db, "files", hash);
  const content = row && (await person.vault.openBytes(row.closed).catch(() => null));
  return content ? { content, type: row.type } : null;
}

async function opened(person, row) {
  const secret = await person.vault.readable(row.secret);
  return secret && { id: row.id, kind: row.kind, route: row.route, at: row.at, title: secret.title, values: secret.values };
}
