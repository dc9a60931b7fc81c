/** Assessments open for answers: the instrument as the server describes it, filled in section by section. */

import { one } from "../documents.js";
import { dayText, label, t } from "../words.js";
import { h, replace } from "../dom.js";
import { empty, head, line, lines, notice } from "../parts.js";
import { numberKeys, questions } from "../questions.js";
import { provisional } from "../score.js";
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
  const standing = h("div");
  const told = (values) => replace(standing, form.score && scoreText(provisional(form.score, values)));
  return [
    head(round.title, { back: "isian", lead: [round.mentee, round.place].filter(Boolean).join(" · ") }),
    standing,
    await writing(person, query, {
      changed: told,
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

/** Where the answers lead so far; whoever decides, decides by the server's score. */
function scoreText({ points, of, share, verdict }) {
  const number = (value) => String(Math.round(value * 100) / 100).replace(".", ",");
  return notice(
    "draft",
    [
      t("Skor sementara {points} dari {of}", { points: number(points), of: number(of) }),
      verdict ? label(verdict) : t("{percent}% bobot terisi", { percent: Math.floor(share * 100) }),
    ].join(" · "),
    h("p.help", {}, t("Sementara, dihitung ulang di server.")),
  );
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
