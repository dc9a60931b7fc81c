/** "Hari ini": unfinished drafts, visits planned, promises due, what came back. */

import { mentees, one, plan, work } from "../documents.js";
import { drafts } from "../drafts.js";
import { kindOf } from "../kinds.js";
import { dayOf } from "../seal.js";
import { dayText, momentText, t } from "../words.js";
import { block, empty, head, line, lines } from "../parts.js";
import { paperTitle, remarkText } from "./returned.js";
import { h, icon } from "../dom.js";

const DAY = 86400000;

export async function draw(person) {
  const today = dayOf();
  const soon = dayOf(new Date(Date.now() + 7 * DAY));
  const known = await mentees(person);
  const planned = (await plan(person, today, soon)).filter((item) => !item.visited);
  const unfinished = await drafts(person);
  const promised = await promisesDue(person, known, soon);
  const back = (((await one(person, "papers")) || {}).papers || []).filter((paper) => paper.state === "returned");
  const parts = [
    unfinished.length &&
      block(
        t("Belum selesai ditulis"),
        lines(
          unfinished.map((draft) =>
            line(
              `#/${withDraft(draft)}`,
              draft.title,
              t("Draf {kind}, {when}", {
                kind: kindOf(draft.kind).name.toLowerCase(),
                when: momentText(new Date(draft.at).toISOString()),
              }),
            ),
          ),
        ),
      ),
    back.length &&
      block(t("Dikembalikan"), lines(back.map((paper) => line("#/kembali", paperTitle(paper), remarkText(paper))))),
    planned.length &&
      block(
        t("Kunjungan direncanakan"),
        lines(
          planned.map((item) =>
            line(
              `#/catat?rencana=${item.id}`,
              item.mentee,
              `${dayText(item.planned_on)}${item.starts_at ? ` ${item.starts_at.replace(":", ".")}` : ""} · ${item.activity}`,
            ),
          ),
        ),
      ),
    promised.length &&
      block(
        t("Janji yang jatuh tempo"),
        lines(
          promised.map(({ mentee, promise }) =>
            line(
              `#/tepati/${promise.id}?dampingan=${mentee.id}`,
              promise.text,
              [t("sampai {day}", { day: dayText(promise.due) }), mentee.name, promise.owner_name].join(" · "),
              promise.due < today && h("span.state.state-returned", {}, icon("wait"), t("Lewat")),
            ),
          ),
        ),
      ),
  ].filter(Boolean);
  if (!parts.length)
    parts.push(
      known.length
        ? empty(t("Tidak ada rencana atau janji untuk tujuh hari ini."), "#/catat", t("Catat kunjungan"))
        : empty(
            t("Belum ada data di HP ini. Sinkronkan sekali saat ada sinyal; sesudah itu semua dapat dibuka tanpa sinyal."),
            "#/kiriman",
            t("Buka Kiriman"),
          ),
    );
  return [head(t("Hari ini"), { lead: dayText(today) }), parts];
}

async function promisesDue(person, known, until) {
  const found = [];
  for (const mentee of known) {
    const { promises } = await work(person, mentee.id);
    promises.filter((promise) => promise.due <= until).forEach((promise) => found.push({ mentee, promise }));
  }
  return found.sort((a, b) => a.promise.due.localeCompare(b.promise.due));
}

function withDraft(draft) {
  return draft.route.includes("draf=") ? draft.route : `${draft.route}?draf=${draft.id}`;
}
