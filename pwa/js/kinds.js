/** What each kind of record is called and which drawing stands for it; a new kind is one more row. */

import { t } from "./words.js";

/** @returns {Object<string, {name: string, drawing: string}>} */
export function kinds() {
  return {
    "fieldwork.visit": { name: t("Kunjungan"), drawing: "write" },
    "fieldwork.visit_revision": { name: t("Perbaikan kunjungan"), drawing: "write" },
    "fieldwork.problem": { name: t("Masalah"), drawing: "alert" },
    "fieldwork.alternative": { name: t("Alternatif"), drawing: "list" },
    "fieldwork.choice": { name: t("Pilihan dampingan"), drawing: "check" },
    "fieldwork.outcome": { name: t("Hasil pilihan"), drawing: "check" },
    "fieldwork.follow_up": { name: t("Janji"), drawing: "list" },
    "fieldwork.follow_up_closed": { name: t("Janji ditepati"), drawing: "check" },
    "fieldwork.plan_item": { name: t("Rencana"), drawing: "plan" },
    "fieldwork.observation": { name: t("Pengamatan awal"), drawing: "list" },
    "fieldwork.evaluation": { name: t("Evaluasi bersama"), drawing: "list" },
    "deliverables.sheet": { name: t("Lembar kerja"), drawing: "file" },
    "assessments.answers": { name: t("Isian asesmen"), drawing: "list" },
    "progress.month": { name: t("Angka bulanan"), drawing: "list" },
    "papers.draft": { name: t("Uraian laporan"), drawing: "file" },
    "oversight.seal": { name: t("Tanda tangan"), drawing: "write" },
    "books.small": { name: t("Buku kas"), drawing: "list" },
  };
}

/** @param {string} kind */
export function kindOf(kind) {
  return kinds()[kind] || { name: kind, drawing: "file" };
}
