/** A mentee's paper as the server composed it: to read, to write one's own words into, to have signed. */

import { signedHere } from "../documents.js";
import { h, icon } from "../dom.js";
import { paperOf } from "../papers.js";
import { block, facts, head, notice } from "../parts.js";
import { signatures } from "../signatures.js";
import { sheet } from "../sheet.js";
import { dayText, label, t } from "../words.js";
import { writing } from "../writing.js";

export async function draw(person, [id, part], query) {
  const paper = await paperOf(person, id);
  if (!paper)
    return [
      head(t("Laporan"), { back: "kembali" }),
      notice("warning", t("Laporan ini tidak ada di HP ini: belum disusun di web, atau sudah diserahkan.")),
    ];
  return part === "tulis" ? write(person, paper, query) : show(person, paper);
}

async function show(person, paper) {
  const written = paper.words.filter((word) => word.text || word.proposal);
  return [
    head(paper.title, {
      back: `dampingan/${paper.engagement}`,
      lead: `${paper.month} · ${t("sampai {day}", { day: dayText(paper.due) })}`,
    }),
    h(
      "div.actions",
      {},
      paper.content && !paper.waits && h("a.btn", { href: `#/segel/laporan/${paper.id}` }, icon("write"), t("Minta tanda tangan")),
      h("a.btn-quiet", { href: `#/laporan/${paper.id}/tulis` }, t("Tulis uraian")),
    ),
    !paper.content &&
      notice("draft", t("Lembar ini belum disusun: server menyusunnya dari catatan Anda. Uraiannya sudah dapat ditulis.")),
    paper.content &&
      paper.waits &&
      notice("warning", t("Uraian Anda belum masuk ke lembar ini. Sinkronkan dahulu, lalu minta tanda tangan.")),
    signatures(await signedHere(person, paper.id)),
    paper.content &&
      block(
        t("Lembar laporan"),
        h("p.muted", {}, t("Disusun server dari catatan; angkanya tidak diubah di HP.")),
        sheet(paper.content),
      ),
    written.length > 0 && block(t("Uraian"), facts(written.map((word) => [label(word.heading), word.text || word.proposal]))),
  ];
}

async function write(person, paper, query) {
  const fields = paper.words.map((word) => ({
    key: word.key,
    type: "long",
    label: word.heading,
    help: [label(word.hint), word.proposal && t("Usulan dari catatan: {words}", { words: word.proposal })].filter(Boolean).join(" "),
    longest: word.longest,
  }));
  const changed = (values) => paper.words.filter((word) => (values[word.key] || "").trim() !== word.text);
  return [
    head(t("Tulis uraian"), { back: `laporan/${paper.id}`, lead: `${paper.title} · ${paper.month}` }),
    fields.length === 0
      ? notice("warning", t("Laporan ini tidak punya bagian uraian."))
      : await writing(person, query, {
          kind: "papers.draft",
          spec: { sections: [{ help: t("Yang dikosongkan kembali ke usulan dari catatan."), fields }] },
          values: Object.fromEntries(paper.words.map((word) => [word.key, word.text])),
          check: (values) => (changed(values).length ? [] : [{ text: t("Belum ada yang diubah.") }]),
          next: `laporan/${paper.id}`,
          title: () => `${paper.title} · ${paper.month}`,
          record: (values) => ({
            body: {
              ...(paper.opens ? { ...paper.opens, engagement: paper.engagement } : { paper: paper.id }),
              words: changed(values).map((word) => ({ key: word.key, was: word.text, text: (values[word.key] || "").trim() })),
            },
            after: paper.last ? [paper.last.id] : [],
          }),
        }),
  ];
}
