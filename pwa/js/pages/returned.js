/** "Dikembalikan": papers that came back with remarks, and those that are due; their words are written here, the rest on the web. */

import { many, one } from "../documents.js";
import { dayText, t } from "../words.js";
import { block, empty, fact, head, lines } from "../parts.js";
import { h } from "../dom.js";

export async function draw(person) {
  const papers = ((await one(person, "papers")) || {}).papers || [];
  const back = papers.filter((paper) => paper.state === "returned");
  const owed = papers.filter((paper) => paper.state !== "returned");
  if (!papers.length)
    return [
      head(t("Dikembalikan"), { back: "lainnya" }),
      empty(t("Tidak ada laporan yang dikembalikan atau ditunggu."), "#/", t("Ke Hari ini")),
    ];
  const held = new Set((await many(person, "paper:")).map(({ body }) => body.id));
  const open = (paper) =>
    held.has(paper.id)
      ? h("a.btn-quiet", { href: `#/laporan/${paper.id}`, "aria-label": t("Tulis {paper}", { paper: paperTitle(paper) }) }, t("Tulis"))
      : h("a.btn-quiet", { href: paper.url, "aria-label": t("Buka {paper} di web", { paper: paperTitle(paper) }) }, t("Di web"));
  return [
    head(t("Dikembalikan"), { back: "lainnya", lead: t("Uraiannya ditulis di sini juga tanpa sinyal; angka dan penyerahan di web.") }),
    back.length > 0 &&
      block(
        t("Dikembalikan dengan catatan"),
        lines(back.map((paper) => fact(paperTitle(paper), remarkText(paper), open(paper)))),
      ),
    owed.length > 0 &&
      block(
        t("Ditunggu"),
        lines(
          owed.map((paper) =>
            fact(paperTitle(paper), paper.due && t("sampai {day}", { day: dayText(paper.due) }), open(paper)),
          ),
        ),
      ),
  ];
}

export function paperTitle(paper) {
  return [paper.kind, paper.month, paper.mentee].filter(Boolean).join(" · ");
}

/** Every remark that came back with it, with its day. */
export function remarkText(paper) {
  return (paper.remarks || []).map((remark) => [dayText(remark.at), remark.text].filter(Boolean).join(": ")).join(" · ");
}
