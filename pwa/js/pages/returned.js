/** "Dikembalikan": papers that came back with remarks, and those that are due; both are finished on the web pages. */

import { one } from "../documents.js";
import { dayText, t } from "../words.js";
import { block, empty, fact, head, lines } from "../parts.js";
import { h } from "../dom.js";

export async function draw(person) {
  const papers = (await one(person, "papers")) || {};
  const back = papers.returned || [];
  const owed = papers.owed || [];
  if (!back.length && !owed.length) return [head(t("Dikembalikan"), { back: "lainnya" }), empty(t("Tidak ada laporan yang dikembalikan atau ditunggu."), "#/", t("Ke Hari ini"))];
  const open = (paper) => paper.paper && h("a.btn-quiet", { href: `/laporan/${paper.paper}/` }, t("Buka di web"));
  return [
    head(t("Dikembalikan"), { back: "lainnya", lead: t("Perbaiki di web saat ada sinyal; catatannya dapat dibaca di sini.") }),
    back.length > 0 && block(t("Dikembalikan dengan catatan"), lines(back.map((paper) => fact(paper.title, [paper.mentee, dayText(paper.at), paper.remark].filter(Boolean).join(" · "), open(paper))))),
    owed.length > 0 && block(t("Ditunggu"), lines(owed.map((paper) => fact(paper.title, [paper.mentee, t("sampai {day}", { day: dayText(paper.due_on) })].filter(Boolean).join(" · "), open(paper))))),
  ];
}
