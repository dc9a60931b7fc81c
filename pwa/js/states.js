/** Where a record stands, in words that a person can act on; the same words everywhere. */

import { h, icon } from "./dom.js";
import { missingFiles, needsEyes } from "./outbox.js";
import { t } from "./words.js";

/** @returns {{word: string, tone: string, drawing: string}} */
export function stateOf(row) {
  if (needsEyes(row)) return { word: t("Perlu perhatian"), tone: "returned", drawing: "alert" };
  if (row.state === "waiting") return { word: t("Menunggu"), tone: "waiting", drawing: "wait" };
  if (row.state === "received") return { word: t("Terkirim"), tone: "draft", drawing: "send" };
  if (row.state === "accepted") return { word: t("Diterima"), tone: "done", drawing: "check" };
  return { word: t("Tersimpan di HP"), tone: "draft", drawing: "phone" };
}

/** The state as a small mark: drawing and word, never colour alone. */
export function stateMark(row) {
  const { word, tone, drawing } = stateOf(row);
  return h(`span.state.state-${tone}`, {}, icon(drawing), word);
}

/** "2 dari 3 foto terkirim", or nothing when there are none. */
export function filesText(row) {
  if (!row.files.length) return "";
  const missing = missingFiles(row).length;
  return missing
    ? t("{held} dari {all} foto terkirim", { held: row.files.length - missing, all: row.files.length })
    : t("Foto lengkap");
}

/**
 * What the sync is doing, for the bar at the top; photos are told of once their records are sent, then what needs eyes.
 * @returns {{text: string, tone: string, drawing: string}}
 */
export function syncMark(state, { unsent, files, eyes }) {
  const photos = files ? t("{n} foto belum terkirim", { n: files }) : "";
  const waiting = unsent ? t("{n} belum terkirim", { n: unsent }) : photos;
  if (state === "done" && !waiting && eyes)
    return { text: t("{n} perlu perhatian", { n: eyes }), tone: "eyes", drawing: "alert" };
  const words = {
    busy: t("Menyinkronkan…"),
    "no-signal": t("Tanpa sinyal"),
    "sign-in": t("Perlu masuk lagi"),
    "other-person": t("Akun lain sedang masuk"),
    "busy-server": t("Server sibuk"),
    "phone-full": t("Penyimpanan HP penuh"),
    done: waiting ? "" : t("Semua terkirim"),
    idle: "",
  };
  const text = [words[state], waiting].filter(Boolean).join(" · ");
  return { text, tone: state, drawing: { busy: "refresh", done: waiting ? "phone" : "check" }[state] || "phone" };
}
