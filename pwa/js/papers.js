/**
 * Papers about mentees that are open for writing, with the words of this phone that the server does not show yet. One that
 * nobody has opened has no sheet; it comes into being with the first words.
 */

import { one, own } from "./documents.js";
import { needsEyes } from "./outbox.js";

const WORDS = "papers.draft";

/**
 * @returns {Promise<Object|null>} the paper, `content` null where it is not composed yet; each word has `text` as written here, `was` as the server shows it; `waits`
 * while words of this phone are not in the sheet yet; `last` is the newest record of them that is not settled
 */
export async function paperOf(person, id) {
  const held = await one(person, `paper:${id}`);
  if (!held) return null;
  const fresh = await ownWords(person, id);
  const words = held.words.map((word) => {
    const text = fresh.has(word.key) ? fresh.get(word.key) : word.text;
    return { ...word, was: word.text, text };
  });
  const [newest] = await unsettled(person, id);
  const last = newest ? newest.row : null;
  return { ...held, words, last, waits: words.some((word) => word.text !== word.was) };
}

/** The records of this phone with words for a paper that may still reach its sheet, newest first. */
async function unsettled(person, id) {
  return (await own(person, WORDS)).filter(({ row, body }) => nameOf(body) === id && !row.confirmed && !needsEyes(row));
}

/** The paper that words were written for; one not opened is named by what it is about. */
function nameOf({ paper, kind, period, engagement }) {
  return paper || [kind, period, engagement].join("@");
}

/** The last text of each part that was written here and may still reach the sheet. */
async function ownWords(person, id) {
  const said = (await unsettled(person, id)).reverse();
  return new Map(said.flatMap(({ body }) => body.words.map((word) => [word.key, word.text])));
}
