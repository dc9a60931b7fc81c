/** Short forms that follow from something on record: an alternative, a choice, its outcome, a promise and its keeping. */

import { list, work } from "../documents.js";
import { dayOf } from "../seal.js";
import { t } from "../words.js";
import { head, notice } from "../parts.js";
import { writing } from "../writing.js";
import { findProblem } from "./problem.js";

/** @param {string} route which step: the first word of the address */
export async function draw(person, [id], query, route) {
  const engagement = query.get("dampingan");
  const back = route === "tepati" || route === "janji" ? `dampingan/${engagement}` : `masalah/${id}?dampingan=${engagement}`;
  const step = await STEPS[route](person, id, engagement);
  if (!step)
    return [
      head(t("Tidak ditemukan"), { back: "" }),
      notice("warning", t("Catatan ini tidak ada di HP ini, atau sudah selesai.")),
    ];
  return [
    head(step.head, { back, lead: step.lead }),
    await writing(person, query, {
      route: `${route}/${id}`,
      spec: { sections: [{ fields: step.fields }] },
      next: back,
      ...step,
    }),
  ];
}

const STEPS = {
  async alternatif(person, id, engagement) {
    const problem = await findProblem(person, id, engagement);
    return (
      problem && {
        kind: "fieldwork.alternative",
        head: t("Tambah alternatif"),
        lead: problem.title,
        title: (values) => values.text || t("Alternatif"),
        fields: [
          { key: "text", type: "text", label: t("Jalan keluar"), required: true, longest: 240 },
          {
            key: "consequences",
            type: "long",
            label: t("Akibatnya"),
            help: t("Biaya, waktu, risiko, dan manfaatnya bagi dampingan."),
            required: true,
          },
        ],
        record: (values) => ({
          body: { problem: id, text: values.text.trim(), consequences: values.consequences.trim() },
          after: after(problem),
        }),
      }
    );
  },
  async pilihan(person, id, engagement) {
    const problem = await findProblem(person, id, engagement);
    return (
      problem &&
      !problem.choice && {
        kind: "fieldwork.choice",
        head: t("Catat pilihan dampingan"),
        lead: t("Dampingan yang memilih, bukan pendamping."),
        title: () => problem.title,
        values: { chosen_on: dayOf() },
        fields: [
          {
            key: "alternative",
            type: "choice",
            label: t("Alternatif yang dipilih"),
            choices: problem.alternatives.map((one) => ({ code: one.id, words: one.text, hint: one.consequences })),
            required: true,
          },
          { key: "chosen_by", type: "text", label: t("Yang memutuskan"), required: true, longest: 120 },
          { key: "capacity", type: "text", label: t("Jabatan"), longest: 60 },
          {
            key: "chosen_on",
            type: "date",
            label: t("Tanggal diputuskan"),
            required: true,
            max: dayOf(),
            min: problem.found_on,
          },
          { key: "meeting", type: "text", label: t("Pertemuan"), longest: 160 },
        ],
        record: (values) => ({
          body: {
            problem: id,
            alternative: values.alternative,
            chosen_by: values.chosen_by.trim(),
            capacity: values.capacity || "",
            chosen_on: values.chosen_on,
            meeting: values.meeting || "",
          },
          after: [...after(problem), ...problem.alternatives.flatMap(after)],
        }),
      }
    );
  },
  async hasil(person, id, engagement) {
    const problem = await findProblem(person, id, engagement);
    return (
      problem &&
      problem.choice && {
        kind: "fieldwork.outcome",
        head: t("Catat hasilnya"),
        lead: problem.title,
        title: () => problem.title,
        values: { seen_on: dayOf() },
        fields: [
          {
            key: "seen_on",
            type: "date",
            label: t("Tanggal dilihat"),
            required: true,
            max: dayOf(),
            min: problem.choice.chosen_on,
          },
          { key: "text", type: "long", label: t("Apa yang terjadi?"), required: true },
          { key: "solved", type: "yes", label: t("Masalah selesai?"), required: true },
        ],
        record: (values) => ({
          body: { problem: id, seen_on: values.seen_on, text: values.text.trim(), solved: values.solved === "ya" },
          after: after(problem.choice),
        }),
      }
    );
  },
  async janji(person, id, engagement) {
    return {
      kind: "fieldwork.follow_up",
      head: t("Tambah janji"),
      title: (values) => values.text || t("Janji"),
      values: { owner_side: "mentee" },
      fields: [
        { key: "text", type: "text", label: t("Yang akan dikerjakan"), required: true, longest: 240 },
        {
          key: "owner_side",
          type: "choice",
          label: t("Tugas siapa"),
          choices: await list(person, "follow-up-owners"),
          required: true,
        },
        { key: "owner_name", type: "text", label: t("Nama penanggung jawab"), required: true, longest: 120 },
        { key: "due", type: "date", label: t("Batas waktu"), required: true, min: dayOf() },
      ],
      record: (values) => ({
        body: {
          engagement,
          visit: null,
          problem: null,
          text: values.text.trim(),
          owner_side: values.owner_side,
          owner_name: values.owner_name.trim(),
          due: values.due,
        },
      }),
    };
  },
  async tepati(person, id, engagement) {
    const promise = (await work(person, engagement)).promises.find((one) => one.id === id);
    return (
      promise && {
        kind: "fieldwork.follow_up_closed",
        head: t("Tutup janji"),
        lead: `${promise.text} · ${promise.owner_name}`,
        title: () => promise.text,
        done: t("Janji ditepati"),
        fields: [
          {
            key: "note",
            type: "text",
            label: t("Catatan penyelesaian"),
            help: t("Bagaimana janji ini ditepati?"),
            required: true,
            longest: 240,
          },
        ],
        record: (values) => ({ body: { follow_up: id, note: values.note.trim(), closed_on: dayOf() }, after: after(promise) }),
      }
    );
  },
};

/** The record this one needs, when this phone has written it and it is not in force yet. */
function after(thing) {
  return thing.row ? [thing.row.id] : [];
}
