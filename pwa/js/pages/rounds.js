/** Assessments open for answers: the instrument as the server describes it, filled in section by section. */

import { one } from "../documents.js";
import { dayText, label, t } from "../words.js";
import { empty, head, line, lines, notice } from "../parts.js";
import { writing } from "../writing.js";

export async function draw(person, [id], query) {
  const rounds = (await one(person, "rounds")) || [];
  if (!id) {
    return [head(t("Asesmen"), { back: "lainnya" }), lines(rounds.map((round) => line(`#/isian/${round.assessment}`, round.title, [round.subject, dayText(round.as_of)].filter(Boolean).join(" · "))))
      || empty(t("Tidak ada asesmen yang menunggu isian Anda."), "#/", t("Ke Hari ini"))];
  }
  const round = rounds.find((row) => row.assessment === id);
  const form = round && (await one(person, round.form));
  if (!form) return [head(t("Asesmen"), { back: "isian" }), notice("warning", t("Asesmen ini tidak ada di HP ini. Sinkronkan saat ada sinyal."))];
  const sections = form.sections.map((section) => ({ title: section.label || section.title, help: section.help, fields: (section.items || section.fields).map(fieldOf) }));
  const numbers = new Set(sections.flatMap((section) => section.fields).filter((field) => field.type === "number").map((field) => field.key));
  return [head(round.title, { back: "isian", lead: round.subject }), await writing(person, query, {
    kind: "assessments.answers", route: `isian/${id}`, spec: { sections }, values: read(round.values, numbers), title: () => `${round.title} · ${round.subject}`,
    record: (values) => ({ body: { assessment: id, seen: round.seen, values: written(values), notes: {}, answered_by: "" } }),
  })];
}

/** An item of an instrument, or a field of any other form, as our forms draw it. */
export function fieldOf(item) {
  if (item.type) return { ...item, choices: (item.choices || []).map((row) => ({ code: row.code, words: label(row) })) };
  return { key: item.key, type: item.kind === "yesno" ? "yes" : "number", label: item.label, help: item.help, ...ends(item.within) };
}

/** "[1, 5]" → {min: 1, max: 5}; an open side has no end. */
function ends(within) {
  const found = /^[[(](.*),(.*)[\])]$/.exec(within || "");
  if (!found) return {};
  const [min, max] = found.slice(1).map((text) => (text.trim() === "" || Number.isNaN(Number(text)) ? undefined : Number(text)));
  return { min, max };
}

function read(values, numbers) {
  return Object.fromEntries(Object.entries(values || {}).map(([key, text]) => [key, numbers.has(key) ? numeric(text) : text]));
}

function numeric(text) {
  const number = Number(String(text).replace(/\./g, "").replace(",", "."));
  return text === "" || Number.isNaN(number) ? null : number;
}

/** Typed texts by item, as the server's own sheet has them. */
function written(values) {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value === null || value === undefined ? "" : String(value).replace(".", ",")]));
}
