/** A paper as its annex prints it, for reading and signing on a small screen: every row a card, every cell with its name. */

import { h } from "./dom.js";
import { facts } from "./parts.js";
import { t } from "./words.js";

/** @param {Object} content as the server composed it @returns {any[]} */
export function sheet(content) {
  return [
    h("p.sub-head", { lang: "id" }, [content.title, content.subtitle].filter(Boolean).join(" · ")),
    facts(content.heading || []),
    (content.sections || []).map((section) => (SECTIONS[section.type] || (() => null))(section)),
    (content.notes || []).map((note) => h("p.muted", {}, note)),
  ];
}

const SECTIONS = {
  table: (section) => [
    section.title && h("h3", {}, section.title),
    section.rows.length
      ? section.rows.map((row) => h("div.row-line", {}, facts(section.columns.map((column) => cellOf(row, column)))))
      : h("p.muted", {}, t("Tidak ada catatan pada masa ini.")),
  ],
  text: (section) => [h("h3", {}, section.heading), (section.paragraphs || []).map((words) => h("p", {}, words))],
  photos: (section) => h("p.muted", {}, `${section.title}: ${t("{n} foto", { n: (section.items || []).length })}`),
};

function cellOf(row, column) {
  const value = row.cells[column.key];
  return [column.label, value !== null && typeof value === "object" ? value.text : value];
}
