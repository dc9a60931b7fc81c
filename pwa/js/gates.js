/** What must come before a visit or a plan of a mentee, as the server told it: said before anything is written, refused by nobody here. */

import { h } from "./dom.js";
import { t } from "./words.js";
import { notice } from "./parts.js";

/** @returns {HTMLElement|null} before a visit of this mentee */
export function visitWaits(mentee) {
  return (
    waits(mentee, "visit") &&
    notice(
      "warning",
      waitText(mentee, "visit"),
      h("p", {}, t("Kunjungan boleh ditulis dan tidak hilang, tetapi baru diterima bila langkah itu tercatat untuk hari kunjungannya.")),
    )
  );
}

/** @param {boolean} observed whether a first observation is on this phone @returns {HTMLElement|null} before a plan with this mentee */
export function planWaits(mentee, observed) {
  if (waits(mentee, "observation") && !observed)
    return notice(
      "warning",
      t("{mentee}: rencana menunggu pengamatan awal. Yang ditulis di sini baru diterima sesudahnya.", { mentee: mentee.name }),
      h("a.btn-quiet", { href: `#/amatan?dampingan=${mentee.id}` }, t("Catat pengamatan awal")),
    );
  return (
    waits(mentee, "plan") &&
    notice(
      "warning",
      waitText(mentee, "plan"),
      h("p", {}, t("Rencana boleh ditulis dan tidak hilang, tetapi baru diterima sesudah langkah itu tercatat.")),
    )
  );
}

/** A server of before tells nothing of it. */
function waits(mentee, what) {
  return (mentee && mentee.waits && mentee.waits[what]) || null;
}

function waitText(mentee, what) {
  const { steps, who } = mentee.waits[what];
  return t("{mentee}: program menunggu langkah “{steps}” dahulu, atau {who} melangkahinya dengan alasan.", { mentee: mentee.name, steps, who });
}
