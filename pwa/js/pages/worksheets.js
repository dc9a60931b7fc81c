/** "Lembar kerja": the worksheets of a mentee, each drawn from the cells of its kind as the server describes them. */

import { mentees, one } from "../documents.js";
import { isEmpty } from "../form.js";
import { questions } from "../questions.js";
import { drawTable } from "../table.js";
import { drawPhoto } from "../visit-fields.js";
import { begun, worksheets } from "../worksheets.js";
import { label, monthText, t } from "../words.js";
import { block, empty, head, line, lines, notice } from "../parts.js";
import { stateMark } from "../states.js";
import { writing } from "../writing.js";

const MOST_MONTHS = 3;

export async function draw(person, [engagement, kind, name = ""], query) {
  const mentee = (await mentees(person)).find((row) => row.id === engagement);
  const known = await worksheets(person, engagement);
  if (!kind) return listed(mentee, engagement, known);
  const found = known.sheets.find((sheet) => sheet.kind === kind && sheet.name === name) || begun(known.kinds, kind, name);
  const form = found && (await one(person, found.form));
  const back = `lembar/${engagement}`;
  if (!form || !mentee)
    return [head(t("Lembar kerja"), { back }), notice("warning", t("Lembar ini tidak ada di HP ini. Sinkronkan saat ada sinyal."))];
  const lead = [mentee.name, name && monthText(name)].filter(Boolean).join(" · ");
  if (found.state === "submitted")
    return [head(label(form.title), { back, lead }), notice("draft", t("Lembar ini sedang ditinjau dan tidak dapat diubah sekarang."))];
  return [
    head(label(form.title), { back, lead }),
    found.state === "returned" && notice("warning", t("Dikembalikan: {why}", { why: found.remark })),
    await sheetForm(person, query, { engagement, mentee, back, form, sheet: found }),
  ];
}

function listed(mentee, engagement, { sheets, kinds }) {
  const words = { submitted: t("Menunggu ditinjau"), returned: t("Dikembalikan"), accepted: t("Diterima"), draft: t("Draf") };
  const way = ({ kind, name }) => `#/lembar/${[engagement, kind, name].filter(Boolean).join("/")}`;
  const titled = ({ title, name }) => [label(title), name && monthText(name)].filter(Boolean).join(" · ");
  const open = kinds
    .flatMap((one_) => (one_.months.length ? one_.months.slice(0, MOST_MONTHS) : [""]).map((name) => ({ ...one_, name })))
    .filter((one_) => !sheets.some((sheet) => sheet.kind === one_.kind && sheet.name === one_.name));
  return [
    head(t("Lembar kerja"), { back: `dampingan/${engagement}`, lead: mentee && mentee.name }),
    sheets.length > 0 &&
      block(
        t("Sudah ditulis"),
        lines(sheets.map((sheet) => line(way(sheet), titled(sheet), words[sheet.state], sheet.row && stateMark(sheet.row)))),
      ),
    open.length > 0 &&
      block(t("Dapat dimulai"), lines(open.map((one_) => line(way(one_), titled(one_), one_.asked && t("Diminta program"))))),
    !sheets.length && !open.length && empty(t("Lembar kerja belum ada di HP ini. Sinkronkan saat ada sinyal."), "#/kiriman", t("Buka Kiriman")),
  ];
}

async function sheetForm(person, query, { engagement, mentee, back, form, sheet }) {
  const spec = await questions(person, form);
  const { fields } = spec.sections[0];
  fields.filter((field) => field.type === "photos").forEach((field) => Object.assign(field, { help: photoHelp(field, sheet) }));
  const isPhoto = (key) => fields.some((field) => field.key === key && field.type === "photos");
  const start = Object.entries(sheet.values).filter(([key]) => !isPhoto(key));
  return writing(person, query, {
    kind: "deliverables.sheet",
    spec: { sections: [...spec.sections, { fields: [handIn()] }] },
    types: { table: drawTable, photos: (field, value, put) => drawPhoto(field, value, put, person) },
    values: Object.fromEntries(start),
    next: back,
    title: () => [label(form.title), sheet.name && monthText(sheet.name), mentee.name].filter(Boolean).join(" · "),
    check: (values) => faultsOf(fields, sheet, values),
    record: ({ hand_in: ready, ...values }) => ({
      body: {
        engagement,
        kind: sheet.kind,
        name: sheet.name,
        seen: sheet.seen,
        content: contentOf(fields, sheet, values),
        hand_in: isReady(ready),
      },
      files: photosOf(fields, values),
      after: sheet.row ? [sheet.row.id] : [],
    }),
  });
}

/** What is there already, so that nobody takes the same photo twice. */
function photoHelp({ key, help }, { values, waits }) {
  const held = (values[key] || {}).file && t("Berkasnya sudah ada; foto baru menggantikannya.");
  return [label(help), waits.includes(key) ? t("Foto sudah diambil, menunggu terkirim.") : held].filter(Boolean).join(" ");
}

function handIn() {
  const hint = t("Sesudah diserahkan menunggu ditinjau.");
  const choices = [{ code: "ya", words: t("Serahkan lembar ini"), hint }];
  return { key: "hand_in", type: "several", label: t("Sudah lengkap?"), choices };
}

function isReady(ticked) {
  return !isEmpty(ticked);
}

/** What handing in asks for: every cell that must be filled, and photos that have arrived. */
function faultsOf(fields, sheet, values) {
  if (!isReady(values.hand_in)) return [];
  const there = ({ key }) => !isEmpty(values[key]) || (sheet.values[key] || {}).file || sheet.waits.includes(key);
  const must = fields.filter((field) => field.must && !there(field));
  const faults = must.map((field) => ({ field: field.key, text: t("Perlu diisi sebelum diserahkan.") }));
  if (photosOf(fields, values).length || sheet.waits.length)
    faults.push({ field: "hand_in", text: t("Simpan dahulu; serahkan sesudah foto sampai di server.") });
  return faults;
}

/** The cells as typed; a file that the sheet has stays. */
function contentOf(fields, sheet, values) {
  const told = (field) => (field.type === "photos" ? sheet.values[field.key] : values[field.key]);
  return Object.fromEntries(fields.map((field) => [field.key, told(field)]).filter(([, value]) => !isEmpty(value)));
}

/** The photo of each cell, named after the cell it belongs to. */
function photosOf(fields, values) {
  return fields
    .filter((field) => field.type === "photos" && !isEmpty(values[field.key]))
    .map(({ key }) => ({ ...values[key][0], name: `${key}.jpg` }));
}
