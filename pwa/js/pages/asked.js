/** A form that the server describes, about one mentee: the figures of a month, the first observation, the joint evaluation. */

import { mentees, one, work } from "../documents.js";
import { isEmpty } from "../form.js";
import { dayOf } from "../seal.js";
import { label, monthText, t } from "../words.js";
import { head, notice } from "../parts.js";
import { questions } from "../questions.js";
import { drawPhoto } from "../visit-fields.js";
import { writing } from "../writing.js";

const KINDS = { angka: "progress.month", amatan: "fieldwork.observation", evaluasi: "fieldwork.evaluation" };
const OBSERVATION = KINDS.amatan;

export async function draw(person, parts, query, word) {
  const kind = KINDS[word];
  const engagement = query.get("dampingan");
  const back = `dampingan/${engagement}`;
  const mentee = (await mentees(person)).find((row) => row.id === engagement);
  const form = await one(person, `form:${kind}`);
  if (!mentee || !form)
    return [head(t("Isian"), { back }), notice("warning", t("Formulir ini belum ada di HP ini. Sinkronkan saat ada sinyal."))];
  const spec = await questions(person, form);
  const [{ fields }] = spec.sections;
  const seen = kind === OBSERVATION ? (await work(person, engagement)).observation : null;
  if (form.photo) fields.push({ key: "photos", type: "photos", label: t("Foto bukti") });
  return [
    head(label(form.title), { back, lead: mentee.name }),
    seen && notice("draft", t("Pengamatan sudah ada. Yang Anda simpan menggantikannya; yang lama tetap terbaca.")),
    await writing(person, query, {
      kind,
      spec,
      types: { photos: (field, value, put) => drawPhoto(field, value, put, person) },
      values: seen ? flat(seen) : today(fields),
      check: (values) => (kind === OBSERVATION ? foundNothing(values) : []),
      next: back,
      title: (values) => [mentee.name, values.month ? monthText(values.month) : label(form.title)].join(" · "),
      record: ({ photos = [], ...values }) => ({
        body: { ...told(fields, values), engagement, ...(form.photo && { photo: photos.length > 0 }) },
        files: photos,
        replaces: seen && seen.id,
        after: seen && seen.row ? [seen.id] : [],
      }),
    }),
  ];
}

function today(fields) {
  return Object.fromEntries(fields.filter((field) => field.past).map((field) => [field.key, dayOf()]));
}

function foundNothing(values) {
  const found = Object.keys(values).some((key) => key.startsWith("findings.") && !isEmpty(values[key]));
  return found ? [] : [{ text: t("Tulis sedikitnya satu temuan.") }];
}

/** What was not told is left out; "ya" is true; "findings.kas" has its place within `findings`. */
function told(fields, values) {
  const body = {};
  fields
    .filter(({ key }) => key !== "photos" && !isEmpty(values[key]))
    .forEach(({ key, type }) => {
      const value = type === "yes" ? values[key] === "ya" : values[key];
      const [whole, part] = key.split(".");
      if (part) body[whole] = { ...body[whole], [part]: value };
      else body[key] = value;
    });
  return body;
}

function flat({ findings, ...seen }) {
  const parts = Object.entries(findings || {}).map(([key, text]) => [`findings.${key}`, text]);
  return { ...seen, ...Object.fromEntries(parts) };
}
