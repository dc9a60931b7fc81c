/** Problems with the mentee: the problem and its causes, the ways out, the mentee's choice, what came of it. */

import { list, mentees, work } from "../documents.js";
import { dayOf } from "../seal.js";
import { dayText, t } from "../words.js";
import { block, fact, facts, head, lines, notice } from "../parts.js";
import { writing } from "../writing.js";
import { stateText } from "./mentee.js";
import { h } from "../dom.js";

const WHYS = 5;

export async function draw(person, [id], query) {
  return id ? show(person, id, query.get("dampingan")) : add(person, query);
}

async function add(person, query) {
  const engagement = query.get("dampingan") || "";
  const known = await mentees(person);
  const whys = [
    t("Mengapa ini terjadi?"),
    t("Mengapa begitu?"),
    t("Mengapa begitu? (lebih dalam)"),
    t("Mengapa begitu? (makin dalam)"),
    t("Akar masalah"),
  ];
  const fields = [
    {
      key: "engagement",
      type: "choice",
      label: t("Dampingan"),
      choices: known.map((one) => ({ code: one.id, words: one.name })),
      required: true,
    },
    {
      key: "title",
      type: "text",
      label: t("Masalah"),
      help: t("Satu kalimat, dengan kata dampingan sendiri."),
      required: true,
      longest: 160,
    },
    { key: "side", type: "choice", label: t("Sisi masalah"), choices: await list(person, "problem-sides"), required: true },
    {
      key: "category",
      type: "choice",
      label: t("Jenis masalah"),
      choices: await list(person, "problem-categories"),
      required: true,
    },
    { key: "priority", type: "choice", label: t("Prioritas"), choices: await list(person, "priority-levels"), required: true },
    { key: "found_on", type: "date", label: t("Tanggal ditemukan"), required: true, max: dayOf() },
    ...whys
      .slice(0, WHYS)
      .map((why, number) => ({ key: `cause${number}`, type: "text", label: why, required: number === 0, longest: 240 })),
    {
      key: "dialogue",
      type: "long",
      label: t("Catatan percakapan"),
      help: t("Apa yang dikatakan dampingan? Tulis terbuka, tanpa menilai."),
    },
  ];
  return [
    head(t("Catat masalah"), { back: engagement && `dampingan/${engagement}` }),
    await writing(person, query, {
      kind: "fieldwork.problem",
      spec: { sections: [{ fields }] },
      values: { engagement, found_on: dayOf(), priority: "3" },
      title: (values) => values.title || t("Masalah"),
      record: (values) => ({
        body: {
          engagement: values.engagement,
          title: values.title.trim(),
          side: values.side,
          category: values.category,
          found_on: values.found_on,
          causes: [...Array(WHYS).keys()].map((number) => (values[`cause${number}`] || "").trim()).filter(Boolean),
          priority: Number(values.priority),
          dialogue: (values.dialogue || "").trim(),
        },
      }),
    }),
  ];
}

export async function findProblem(person, id, engagement) {
  return (await work(person, engagement)).problems.find((problem) => problem.id === id);
}

async function show(person, id, engagement) {
  const problem = await findProblem(person, id, engagement);
  const back = `dampingan/${engagement}`;
  if (!problem)
    return [head(t("Masalah"), { back }), notice("warning", t("Masalah ini sudah selesai atau tidak ada di HP ini."))];
  const ask = `?dampingan=${engagement}`;
  const choice = problem.choice;
  const chosen = choice && problem.alternatives.find((one) => one.id === choice.alternative);
  return [
    head(problem.title, { back, lead: stateText(problem) }),
    facts([
      [t("Ditemukan"), dayText(problem.found_on)],
      [t("Penyebab"), (problem.causes || []).join(" → ")],
      [t("Catatan percakapan"), problem.dialogue],
    ]),
    block(
      t("Alternatif"),
      lines(problem.alternatives.map((one) => fact(one.text, one.consequences))),
      !choice && h("a.btn-quiet", { href: `#/alternatif/${id}${ask}` }, t("Tambah alternatif")),
      problem.alternatives.length < 2 &&
        !choice &&
        h("p.muted", {}, t("Dampingan memilih setelah ada sedikitnya dua alternatif beserta akibatnya.")),
    ),
    choice
      ? block(
          t("Pilihan dampingan"),
          facts([
            [t("Dipilih"), chosen ? chosen.text : ""],
            [t("Yang memutuskan"), choice.chosen_by],
            [t("Tanggal diputuskan"), dayText(choice.chosen_on)],
            [t("Pertemuan"), choice.meeting],
          ]),
          h("a.btn", { href: `#/hasil/${id}${ask}` }, t("Catat hasilnya")),
        )
      : problem.alternatives.length > 1 && h("a.btn", { href: `#/pilihan/${id}${ask}` }, t("Catat pilihan dampingan")),
  ];
}
