/** Papers about mentees that are open for writing, with the words of this phone that the server does not show yet. */

import { one } from "./documents.js";
import { entries } from "./outbox.js";

const WORDS = "papers.draft";

/**
 * @returns {Promise<Object|null>} the paper; each word has `text` as written here, `was` as the server shows it; `waits`
 * while words of this phone are not in the sheet yet
 */
export async function paperOf(person, id) {
  const held = await one(person, `paper:${id}`);
  if (!held) return null;
  const fresh = await ownWords(person, id);
  const words = held.words.map((word) => {
    const text = fresh.has(word.key) ? fresh.get(word.key) : word.text;
    return { ...word, was: word.text, text };
  });
  return { ...held, words, waits: words.some((word) => word.text !== word.was) };
}

/** The last text of each part that was written here and may still reach the sheet. */
async function ownWords(person, id) {
  const said = (await entries(person)).reverse();
  const fresh = said.filter(({ row, body }) => row.kind === WORDS && body.paper === id && !row.confirmed);
  return new Map(fresh.flatMap(({ body }) => body.words.map((word) => [word.key, word.text])));
}
