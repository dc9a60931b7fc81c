/** Assessments open for answers: the instrument as the server describes it, filled in section by section. */

import { one } from "../documents.js";
import { dayText, t } from "../words.js";
import { empty, head, line, lines, notice } from "../parts.js";
import { numberKeys, questions } from "../questions.js";
import { writing } from "../writing.js";

export async function draw(person, [id], query) {
  const rounds = ((await one(person, "rounds")) || {}).rounds || [];
  if (!id) {
    return [
      head(t("Asesmen"), { back: "lainnya" }),
      lines(
        rounds.map((round) =>
          line(`#/isian/${round.id}`, round.title, [round.mentee, dayText(round.as_of)].filter(Boolean).join(" · ")),
        ),
      ) || empty(t("Tidak ada asesmen yang menunggu isian Anda."), "#/", t("Ke Hari ini")),
    ];
  }
  const round = rounds.find((row) => row.id === id);
  const form = round && (await one(person, round.form));
  if (!form)
    return [
      head(t("Asesmen"), { back: "isian" }),
      notice("warning", t("Asesmen ini tidak ada di HP ini. Sinkronkan saat ada sinyal.")),
    ];
  const spec = await questions(person, form);
  spec.sections.push({
    fields: [
      {
        key: "hand_in",
        type: "several",
        label: t("Sudah lengkap?"),
        choices: [{ code: "ya", words: t("Serahkan isian ini"), hint: t("Sesudah diserahkan tidak dapat diubah.") }],
      },
    ],
  });
  return [
    head(round.title, { back: "isian", lead: [round.mentee, round.place].filter(Boolean).join(" · ") }),
    await writing(person, query, {
      kind: "assessments.answers",
      spec,
      values: read(round.values, numberKeys(form)),
      title: () => `${round.title} · ${round.mentee}`,
      record: ({ hand_in: handIn, ...values }) => ({
        body: { assessment: id, seen: round.seen, values: written(values), notes: {}, hand_in: Boolean((handIn || []).length) },
      }),
    }),
  ];
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
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      value === null || value === undefined ? "" : String(value).replace(".", ","),
    ]),
  );
}
