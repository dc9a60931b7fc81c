/** Assessments open for answers: the instrument as the server describes it, filled in section by section. */

import { one } from "../documents.js";
import { rounds } from "../fillings.js";
import { isEmpty } from "../form.js";
import { dayText, t } from "../words.js";
import { empty, head, line, lines, notice } from "../parts.js";
import { numberKeys, questions } from "../questions.js";
import { standing } from "../standing.js";
import { stateMark } from "../states.js";
import { writing } from "../writing.js";

export async function draw(person, [id], query) {
  const known = await rounds(person);
  if (!id) return listed(known);
  const round = known.find((row) => row.id === id);
  const form = round && (await one(person, round.form));
  if (!form)
    return [
      head(t("Asesmen"), { back: "isian" }),
      notice("warning", t("Asesmen ini tidak ada di HP ini. Sinkronkan saat ada sinyal.")),
    ];
  const heading = head(round.title, { back: "isian", lead: [round.mentee, round.place].filter(Boolean).join(" · ") });
  if (round.handedIn) return [heading, notice("draft", t("Sudah diserahkan di HP ini dan menunggu terkirim."))];
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
  const { element, tell } = standing(form.score);
  const start = read(round.values, numberKeys(form));
  return [
    heading,
    element,
    await writing(person, query, {
      changed: tell,
      kind: "assessments.answers",
      spec,
      values: start,
      check: (values) => (changed(start, values) ? [] : [{ text: t("Belum ada yang diubah.") }]),
      title: () => `${round.title} · ${round.mentee}`,
      record: ({ hand_in: handIn, ...values }) => ({
        body: { assessment: id, seen: round.seen, values: written(values), notes: {}, hand_in: Boolean((handIn || []).length) },
        after: round.row ? [round.row.id] : [],
      }),
    }),
  ];
}

function listed(known) {
  return [
    head(t("Asesmen"), { back: "lainnya" }),
    lines(
      known.map((round) =>
        line(
          `#/isian/${round.id}`,
          round.title,
          [round.mentee, dayText(round.as_of)].filter(Boolean).join(" · "),
          round.row && stateMark(round.row),
        ),
      ),
    ) || empty(t("Tidak ada asesmen yang menunggu isian Anda."), "#/", t("Ke Hari ini")),
  ];
}

/** The server counts what changes it; a record that changes nothing would spoil the count of the next one. */
function changed(start, values) {
  return Object.keys(values).some((key) => !(isEmpty(values[key]) && isEmpty(start[key])) && values[key] !== start[key]);
}

/** Ratios that somebody gave elsewhere are read too: the score counts them where no amounts make them. */
function read(values, numbers) {
  const isNumber = (key) => numbers.has(key) || key.startsWith("ratios.");
  return Object.fromEntries(Object.entries(values || {}).map(([key, text]) => [key, isNumber(key) ? numeric(text) : text]));
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
