/** "Minta tanda tangan": what will be sealed is read first, then signed on the screen, or agreed to by a code of the sheet. */

import { list, visits } from "../documents.js";
import { drawingField } from "../drawing.js";
import { paperOf } from "../papers.js";
import { block, head, notice } from "../parts.js";
import { hashOf, visitContent } from "../sealing.js";
import { sheet } from "../sheet.js";
import { dayText, t } from "../words.js";
import { writing } from "../writing.js";
import { visitSaid } from "./mentee.js";

const DRAWN = "drawn";
const CODE = "code";

export async function draw(person, [what, id], query) {
  const subject = what === "laporan" ? await ofPaper(person, id) : await ofVisit(person, id, query.get("dampingan"));
  const back = subject ? subject.back : "dampingan";
  if (!subject)
    return [head(t("Minta tanda tangan"), { back }), notice("warning", t("Ini tidak ada di HP ini, atau belum lengkap."))];
  const sha256 = await hashOf(subject.content);
  let strokes = [];
  return [
    head(t("Minta tanda tangan"), { back, lead: subject.title }),
    block(t("Yang disegel"), subject.shown),
    await writing(person, query, {
      kind: "oversight.seal",
      spec: { sections: [{ title: t("Penanda tangan"), fields: await questions(person) }] },
      types: {
        drawing: drawingField((drawn) => {
          strokes = drawn;
        }),
      },
      values: { signer: subject.signer, way: DRAWN },
      done: t("Segel di HP"),
      next: back,
      title: (values) => [t("Tanda tangan"), values.signer, subject.title].filter(Boolean).join(" · "),
      record: (values) => ({
        after: subject.after,
        body: {
          ...subject.named,
          content: subject.content,
          sha256,
          signer: values.signer.trim(),
          capacity: values.capacity,
          ...(values.way === DRAWN ? { strokes } : { code: values.code.trim() }),
        },
      }),
    }),
  ];
}

async function questions(person) {
  return [
    { key: "signer", type: "text", label: t("Nama penanda tangan"), required: true, longest: 120 },
    {
      key: "capacity",
      type: "choice",
      label: t("Sebagai"),
      choices: await list(person, "signer-capacities"),
      required: true,
    },
    {
      key: "way",
      type: "choice",
      label: t("Cara"),
      choices: [
        { code: DRAWN, words: t("Tanda tangan di layar") },
        {
          code: CODE,
          words: t("Kode dari lembar dampingan"),
          hint: t("Enam angka untuk hari itu, tercetak atau di balik QR"),
        },
      ],
      required: true,
    },
    {
      key: "strokes",
      type: "drawing",
      label: t("Tanda tangan"),
      help: t("Gambar dengan jari di dalam bingkai. Tanpa layar sentuh, pilih kode dari lembar."),
      required: true,
      when: { field: "way", is: [DRAWN] },
    },
    { key: "code", type: "text", label: t("Kode"), required: true, longest: 20, when: { field: "way", is: [CODE] } },
  ];
}

/** A visit of one's own, as it stands on this phone; one still in the outbox goes first. */
async function ofVisit(person, id, engagement) {
  const visit = (await visits(person, engagement)).find((one) => one.id === id);
  if (!visit || !visit.own) return null;
  return {
    named: { visit: id },
    after: visit.row ? [visit.row.id] : [],
    back: `dampingan/${engagement}/kunjungan/${id}`,
    title: `${visit.activity} · ${dayText(visit.visited_on)}, ${visit.starts_at}–${visit.ends_at}`,
    signer: (visit.presences || []).flatMap((met) => met.attendees || [])[0] || "",
    content: visitContent(visit),
    shown: await visitSaid(person, visit),
  };
}

/** A paper whose sheet holds everything that was written on this phone. */
async function ofPaper(person, id) {
  const paper = await paperOf(person, id);
  if (!paper || !paper.content || paper.waits) return null;
  return {
    named: { paper: id },
    after: [],
    back: `laporan/${id}`,
    title: `${paper.title} · ${paper.month}`,
    signer: "",
    content: paper.content,
    shown: sheet(paper.content),
  };
}
