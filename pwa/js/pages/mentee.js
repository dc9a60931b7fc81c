/** One mentee: who it is, open problems and promises, and the visits of twelve months. */

import { list, many, mentees, plan, signedHere, unsettled, visits, work } from "../documents.js";
import { dayText, monthText, rupiah, t } from "../words.js";
import { block, empty, fact, facts, head, line, lines, notice } from "../parts.js";
import { seenText } from "./mentees.js";
import { stateMark } from "../states.js";
import { kindOf } from "../kinds.js";
import { dayOf } from "../seal.js";
import { visitWaits } from "../gates.js";
import { h, icon } from "../dom.js";

const WINDOW = 25;

export async function draw(person, [id, part, visit]) {
  const mentee = (await mentees(person)).find((one) => one.id === id);
  if (!mentee) return [head(t("Dampingan"), { back: "dampingan" }), notice("warning", t("Dampingan ini tidak ada di HP ini."))];
  const all = await visits(person, id);
  if (part === "kunjungan")
    return oneVisit(
      person,
      mentee,
      all.find((one) => one.id === visit),
    );
  const open = await work(person, id);
  const books = (await many(person, "book:")).map(({ body }) => body).filter((book) => book.engagement === id);
  const unsent = await unsettled(person, id);
  const next = (await plan(person, dayOf(), "9999")).find((item) => item.engagement === id && !item.visited);
  const papers = (await many(person, "paper:")).map(({ body }) => body).filter((paper) => paper.engagement === id);
  return [
    head(mentee.name, { back: "dampingan", lead: [mentee.village_name, mentee.place].filter(Boolean).join(", ") }),
    visitWaits(mentee),
    h(
      "div.actions",
      {},
      h("a.btn", { href: `#/catat?dampingan=${id}` }, icon("write"), t("Catat kunjungan")),
      h("a.btn-quiet", { href: `#/masalah?dampingan=${id}` }, t("Catat masalah")),
      h("a.btn-quiet", { href: `#/rencana?dampingan=${id}` }, t("Rencanakan kegiatan")),
      h("a.btn-quiet", { href: `#/janji?dampingan=${id}` }, t("Tambah janji")),
      books.map((book) => h("a.btn-quiet", { href: `#/kas/${book.id}` }, t("Buku kas"))),
    ),
    facts([
      [t("Terakhir"), seenText(mentee)],
      [t("Direncanakan"), dayText(next ? next.planned_on : mentee.planned)],
      [t("Program"), mentee.programme],
      [t("Langkah berikut"), mentee.step],
      [t("Telepon"), mentee.phone && h("a", { href: `tel:${mentee.phone}` }, mentee.phone)],
    ]),
    unsent.length > 0 &&
      block(
        t("Belum diterima"),
        lines(unsent.map(({ row, title }) => line(`#/kiriman/${row.id}`, kindOf(row.kind).name, title, stateMark(row)))),
      ),
    block(
      t("Masalah"),
      lines(
        open.problems.map((problem) =>
          line(
            `#/masalah/${problem.id}?dampingan=${id}`,
            problem.title,
            stateText(problem),
            problem.row && stateMark(problem.row),
          ),
        ),
      ) || h("p.muted", {}, t("Tidak ada masalah terbuka.")),
    ),
    block(
      t("Janji"),
      lines(
        open.promises.map((promise) =>
          line(
            `#/tepati/${promise.id}?dampingan=${id}`,
            promise.text,
            `${promise.owner_name} · ${t("sampai {day}", { day: dayText(promise.due) })}`,
          ),
        ),
      ) || h("p.muted", {}, t("Tidak ada janji terbuka.")),
    ),
    block(
      t("Isian"),
      lines([
        line(`#/lembar/${id}`, t("Lembar kerja"), t("Analisis usaha, daftar periksa, rencana, dan lainnya")),
        line(`#/amatan?dampingan=${id}`, t("Pengamatan awal"), open.observation ? t("sudah ada") : t("belum ada")),
        line(`#/angka?dampingan=${id}`, t("Angka bulanan"), lastMonth(mentee)),
        line(`#/evaluasi?dampingan=${id}`, t("Evaluasi bersama"), t("Kedua pihak berbicara dan disebut namanya")),
      ]),
    ),
    papers.length > 0 &&
      block(
        t("Laporan"),
        lines(
          papers.map((paper) =>
            line(`#/laporan/${paper.id}`, paper.title, `${paper.month} · ${t("sampai {day}", { day: dayText(paper.due) })}`),
          ),
        ),
      ),
    block(t("Kunjungan"), visitList(id, all)),
  ];
}

/** Up to which month the server has figures, or what they are about. */
function lastMonth({ months = [] }) {
  return months.length
    ? t("terakhir {month}", { month: monthText(months[months.length - 1]) })
    : t("Omzet, tenaga kerja, dan bukti sebulan");
}

export function stateText(problem) {
  const words = {
    open: t("belum ada alternatif"),
    alternatives: t("menunggu pilihan dampingan"),
    decided: t("sudah dipilih"),
    solved: t("selesai"),
  };
  return words[problem.state] || "";
}

/** The newest; older ones appear when they are asked for. */
function visitList(id, all) {
  if (!all.length) return empty(t("Belum ada kunjungan dalam 12 bulan."), `#/catat?dampingan=${id}`, t("Catat kunjungan"));
  const one = (visit) =>
    line(
      `#/dampingan/${id}/kunjungan/${visit.id}`,
      visit.activity,
      `${dayText(visit.visited_on)} · ${visit.result}`,
      visit.row && stateMark(visit.row),
    );
  const shown = h("ul.work-list", {}, all.slice(0, WINDOW).map(one));
  if (all.length <= WINDOW) return shown;
  const more = h("button.btn-quiet", { type: "button" });
  const tell = () => {
    const left = all.length - shown.children.length;
    more.textContent = t("Tampilkan {n} lagi", { n: Math.min(WINDOW, left) });
    if (!left) more.remove();
  };
  more.onclick = () => {
    const from = shown.children.length;
    shown.append(...all.slice(from, from + WINDOW).map(one));
    tell();
  };
  tell();
  return [shown, more];
}

async function oneVisit(person, mentee, visit) {
  const back = `dampingan/${mentee.id}`;
  if (!visit) return [head(t("Kunjungan"), { back }), notice("warning", t("Kunjungan ini tidak ada di HP ini."))];
  const signed = await signedHere(person, visit.id);
  return [
    head(visit.activity, {
      back,
      lead: `${dayText(visit.visited_on)} · ${visit.starts_at.replace(":", ".")}–${visit.ends_at.replace(":", ".")}`,
    }),
    visit.row && h("p", {}, stateMark(visit.row)),
    await visitSaid(person, visit),
    signed.length > 0 &&
      block(
        t("Tanda tangan"),
        lines(signed.map(({ row, body }) => fact(body.signer, dayText(row.sealed.at), stateMark(row)))),
      ),
    visit.own &&
      h(
        "div.actions",
        {},
        h(
          "a.btn-quiet",
          { href: `#/segel/kunjungan/${visit.id}?dampingan=${mentee.id}` },
          icon("check"),
          t("Minta tanda tangan"),
        ),
        h("a.btn-quiet", { href: `#/catat/ubah/${visit.id}` }, icon("write"), t("Perbaiki kunjungan")),
      ),
  ];
}

/** What a visit says, in words: read here, and once more before it is signed. */
export async function visitSaid(person, visit) {
  const named = async (name, codes) => {
    const words = new Map((await list(person, name)).map((row) => [row.code, row.words]));
    return (codes || []).map((code) => words.get(code) || code).join(", ");
  };
  const names = new Map((await mentees(person)).map((one) => [one.id, one.name]));
  return [
    facts([
      [t("Cara"), await named("visit-modes", [visit.mode])],
      [t("Tempat"), visit.place],
      [t("Tujuan"), visit.purpose],
      [t("Materi"), visit.material],
      [t("Topik"), await named("mentoring-topics", visit.topics)],
      [t("Peran pendamping"), await named("mentor-roles", visit.roles)],
      [t("Hasil"), visit.result],
      [t("Kendala"), visit.obstacles],
      [t("Saran"), visit.advice],
      [t("Biaya"), visit.cost === null || visit.cost === undefined ? "" : rupiah(visit.cost)],
      [t("Keterangan"), visit.remarks],
      [t("Pendamping"), visit.mentor],
    ]),
    block(
      t("Yang hadir"),
      lines(
        (visit.presences || []).map((met) =>
          fact(
            met.mentee || names.get(met.engagement) || "",
            (met.attendees || []).join(", ") || (met.headcount ? t("{n} orang", { n: met.headcount }) : ""),
          ),
        ),
      ),
    ),
  ];
}
