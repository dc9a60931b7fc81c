/** "Dampingan": everybody the person carries, the longest unseen first. */

import { mentees } from "../documents.js";
import { dayText, t } from "../words.js";
import { empty, head, line, lines } from "../parts.js";
import { dayOf } from "../seal.js";
import { h, icon } from "../dom.js";

export async function draw(person) {
  const known = (await mentees(person)).sort((a, b) => String(a.last_visit || "").localeCompare(String(b.last_visit || "")));
  if (!known.length)
    return [
      head(t("Dampingan")),
      empty(t("Daftar dampingan belum ada di HP ini. Sinkronkan sekali saat ada sinyal."), "#/kiriman", t("Buka Kiriman")),
    ];
  return [
    head(t("Dampingan"), { lead: t("Yang paling lama tidak ditemui ada di atas.") }),
    lines(
      known.map((mentee) =>
        line(
          `#/dampingan/${mentee.id}`,
          mentee.name,
          [mentee.village_name, seenText(mentee)].filter(Boolean).join(" · "),
          mark(mentee),
        ),
      ),
    ),
  ];
}

export function seenText(mentee) {
  return mentee.last_visit ? t("ditemui {day}", { day: dayText(mentee.last_visit) }) : t("belum pernah ditemui");
}

/** Unseen for longer than the cohort's rule allows. */
function mark(mentee) {
  return mentee.contact_due && mentee.contact_due < dayOf()
    ? h("span.state.state-waiting", {}, icon("wait"), t("Perlu ditemui"))
    : null;
}
