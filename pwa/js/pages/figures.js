/** The figures of a participant's month, with the photo of their proof when there is one. */

import { mentees, one } from "../documents.js";
import { t } from "../words.js";
import { head, notice } from "../parts.js";
import { questions } from "../questions.js";
import { drawPhotos } from "../visit-fields.js";
import { writing } from "../writing.js";

const YES = ["daily_kept", "monthly_kept"];

export async function draw(person, parts, query) {
  const engagement = query.get("dampingan");
  const back = `dampingan/${engagement}`;
  const mentee = (await mentees(person)).find((row) => row.id === engagement);
  const form = await one(person, "form:progress.month");
  if (!mentee || !form)
    return [
      head(t("Angka bulanan"), { back }),
      notice("warning", t("Formulir ini belum ada di HP ini. Sinkronkan saat ada sinyal.")),
    ];
  const spec = await questions(person, form);
  spec.sections[0].fields.push({ key: "photos", type: "photos", label: t("Foto bukti") });
  return [
    head(t("Angka bulanan"), { back, lead: mentee.name }),
    await writing(person, query, {
      kind: "progress.month",
      spec,
      types: { photos: (field, value, put) => drawPhotos(field, value, put, person) },
      next: back,
      title: (values) => `${mentee.name} · ${values.month || t("Angka bulanan")}`,
      record: ({ photos, ...values }) => ({
        body: { ...told(values), engagement, photo: Boolean((photos || []).length) },
        files: (photos || []).slice(0, 1),
      }),
    }),
  ];
}

/** What was not told is left out; "ya" is true. */
function told(values) {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== null && value !== undefined && value !== "")
      .map(([key, value]) => [key, YES.includes(key) ? value === "ya" : value]),
  );
}
