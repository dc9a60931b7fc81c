/** Turns a form of the server (`form:NAME@DATE`) into what `form.js` draws: its lists in words, its answers as texts. */

import { list } from "./documents.js";
import { dayOf } from "./seal.js";
import { label } from "./words.js";

/** @returns {Promise<{sections: Object[]}>} */
export async function questions(person, form) {
  return {
    sections: await Promise.all(
      form.sections.map(async (section) => ({
        title: form.sections.length > 1 ? section.title : null,
        help: section.help,
        fields: await Promise.all(section.fields.map((field) => question(person, field))),
      })),
    ),
  };
}

async function question(person, field) {
  const choices = field.list
    ? await list(person, field.list)
    : (field.choices || []).map((row) => ({ code: row.code, words: label(row), hint: label(row.hint) }));
  return { ...field, min: least(field), max: field.past ? dayOf() : ownEnd(field.max), choices };
}

/** An amount that cannot be below zero says so by `signed`. */
function least({ type, min, signed }) {
  return type === "money" && signed === false ? 0 : ownEnd(min);
}

/** "" and null are no end. */
function ownEnd(end) {
  return end === null || end === "" ? undefined : end;
}

/** Fields that hold numbers. */
export function numberKeys(form) {
  return new Set(
    form.sections
      .flatMap((section) => section.fields)
      .filter((field) => ["number", "money"].includes(field.type))
      .map((field) => field.key),
  );
}
