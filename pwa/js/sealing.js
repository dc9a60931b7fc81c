/**
 * What is signed: the exact content of a visit or a paper, its canonical text, its hash. The server makes the same text
 * of what it holds; docs/sync.md tells how, byte by byte.
 */

import { sha256 } from "./seal.js";

const PLAIN = ["mode", "place", "activity", "purpose", "material", "result", "obstacles", "advice", "remarks"];
const SEVERAL = ["materials", "topics", "roles"];

/** @param {any} value texts, whole numbers, true/false, null, lists, objects @returns {string} keys in order, no spaces */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const parts = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${parts.join(",")}}`;
}

/** @param {Object} content @returns {Promise<string>} */
export function hashOf(content) {
  return sha256(canonical(content));
}

/** @param {Object} visit as `documents.js` gives it @returns {Object} */
export function visitContent(visit) {
  const said = { visit: visit.id, visited_on: visit.visited_on, starts_at: visit.starts_at, ends_at: visit.ends_at };
  PLAIN.forEach((name) => {
    said[name] = visit[name] || "";
  });
  SEVERAL.forEach((name) => {
    said[name] = [...(visit[name] || [])].sort();
  });
  said.cost = typeof visit.cost === "number" ? visit.cost : null;
  said.presences = (visit.presences || []).map(met).sort((one, other) => (one.engagement < other.engagement ? -1 : 1));
  return said;
}

/** Without a number told, the names count. */
function met(one) {
  const attendees = one.attendees || [];
  const told = typeof one.headcount === "number" ? one.headcount : attendees.length || null;
  return { engagement: one.engagement, attendees, headcount: told };
}
