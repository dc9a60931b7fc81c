/** A planned activity: one line of the monthly work plan. */

import { list, mentees, work } from "../documents.js";
import { dayOf } from "../seal.js";
import { dayText, t } from "../words.js";
import { head } from "../parts.js";
import { planWaits } from "../gates.js";
import { h, replace } from "../dom.js";
import { writing } from "../writing.js";

export async function draw(person, parts, query) {
  const engagement = query.get("dampingan") || "";
  const known = await mentees(person);
  const problems = engagement ? (await work(person, engagement)).problems : [];
  const fields = [
    {
      key: "engagement",
      type: "choice",
      label: t("Dampingan"),
      choices: known.map((one) => ({ code: one.id, words: one.name })),
      required: true,
    },
    { key: "planned_on", type: "date", label: t("Tanggal rencana"), required: true },
    { key: "starts_at", type: "time", label: t("Jam mulai") },
    { key: "minutes", type: "number", label: t("Lama (menit)"), required: true, min: 1, max: 720 },
    problems.length && {
      key: "problem",
      type: "choice",
      label: t("Untuk masalah"),
      choices: problems.map((one) => ({ code: one.id, words: one.title })),
    },
    { key: "concern", type: "text", label: t("Masalah atau potensi"), required: true, longest: 240 },
    { key: "activity", type: "text", label: t("Kegiatan"), required: true, longest: 160 },
    { key: "purpose", type: "text", label: t("Tujuan"), required: true, longest: 240 },
    { key: "target", type: "text", label: t("Sasaran"), required: true, longest: 160 },
    { key: "method", type: "choice", label: t("Metode"), choices: await list(person, "mentoring-methods"), required: true },
    { key: "place", type: "text", label: t("Tempat"), required: true, longest: 160 },
    { key: "agreed_by", type: "text", label: t("Disepakati dengan"), longest: 120 },
  ].filter(Boolean);
  const observed = new Set();
  for (const { id } of known) if ((await work(person, id)).observation) observed.add(id);
  const waits = h("div", { role: "status" });
  const chosen = (values) => problems.find((one) => one.id === values.problem);
  return [
    head(t("Rencanakan kegiatan"), { back: engagement && `dampingan/${engagement}` }),
    waits,
    await writing(person, query, {
      kind: "fieldwork.plan_item",
      spec: { sections: [{ fields }] },
      values: { engagement, planned_on: dayOf(), minutes: 90 },
      changed: (values) => {
        const mentee = known.find((one) => one.id === values.engagement);
        replace(waits, planWaits(mentee, observed.has(values.engagement)));
      },
      title: (values) => [values.activity || t("Rencana"), dayText(values.planned_on)].filter(Boolean).join(" · "),
      record: (values) => ({
        body: {
          ...Object.fromEntries(
            ["concern", "activity", "purpose", "target", "place", "agreed_by"].map((key) => [key, (values[key] || "").trim()]),
          ),
          engagement: values.engagement,
          planned_on: values.planned_on,
          starts_at: values.starts_at || null,
          minutes: values.minutes,
          method: values.method,
          problem: values.problem || null,
        },
        after: chosen(values) && chosen(values).row ? [values.problem] : [],
      }),
    }),
  ];
}
