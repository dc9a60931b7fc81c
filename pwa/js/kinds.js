/** What each kind of record is called, where it is written, and how its title reads; a new kind is one more row. */

import { t } from "./words.js";

/** @returns {Object<string, {name: string, drawing: string, route: string}>} */
export function kinds() {
  return {
    "fieldwork.visit": { name: t("Kunjungan"), drawing: "write", route: "catat" },
    "fieldwork.visit_revision": { name: t("Perbaikan kunjungan"), drawing: "write", route: "catat" },
    "fieldwork.problem": { name: t("Masalah"), drawing: "alert", route: "masalah" },
    "fieldwork.alternative": { name: t("Alternatif"), drawing: "list", route: "alternatif" },
    "fieldwork.choice": { name: t("Pilihan dampingan"), drawing: "check", route: "pilihan" },
    "fieldwork.outcome": { name: t("Hasil pilihan"), drawing: "check", route: "hasil" },
    "fieldwork.follow_up": { name: t("Janji"), drawing: "list", route: "janji" },
    "fieldwork.follow_up_closed": { name: t("Janji ditepati"), drawing: "check", route: "tepati" },
    "fieldwork.plan_item": { name: t("Rencana"), drawing: "plan", route: "rencana" },
    "assessments.answers": { name: t("Isian asesmen"), drawing: "list", route: "isian" },
    "progress.month": { name: t("Angka bulanan"), drawing: "list", route: "angka" },
    "books.small": { name: t("Buku kas"), drawing: "list", route: "kas" },
  };
}

/** @param {string} kind */
export function kindOf(kind) {
  return kinds()[kind] || { name: kind, drawing: "file", route: "" };
}
