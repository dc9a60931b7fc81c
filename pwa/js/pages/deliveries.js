/** "Kiriman": what was made, what the server holds, what is missing, and each record with where it stands. */

import { h, icon } from "../dom.js";
import { counts, entries, mendable, numberOf, saidOf, UNREADABLE } from "../outbox.js";
import { kindOf } from "../kinds.js";
import { filesText, stateMark, stateOf } from "../states.js";
import { read, room } from "../store.js";
import { sync, syncState } from "../sync.js";
import { momentText, sizeText, t } from "../words.js";
import { block, empty, facts, head, line, lines, notice } from "../parts.js";

const SHOWN = 60;
const TIGHT = 0.8;

export async function draw(person, [id]) {
  const all = await entries(person);
  if (id)
    return oneRecord(
      person,
      all.find(({ row }) => row.id === id),
    );
  const statement = await read(person.db, "meta", "statement");
  const { made, eyes } = await counts(person);
  return [
    head(t("Kiriman"), { lead: statementText(made, statement) }),
    signIn(),
    eyes > 0 &&
      notice("warning", t("{n} catatan perlu perhatian. Tidak ada yang hilang: buka dan baca sebabnya.", { n: eyes })),
    gaps(made, statement),
    await tight(),
    h(
      "div.actions",
      {},
      h("button.btn", { type: "button", onclick: sync }, icon("refresh"), t("Sinkronkan sekarang")),
      h("a.btn-quiet", { href: "#/titip" }, icon("file"), t("Titip kirim")),
    ),
    statement && h("p.muted", {}, t("Pernyataan server {when}.", { when: momentText(statement.at) })),
    lines(
      all
        .slice(0, SHOWN)
        .map(({ row, title }) =>
          line(
            `#/kiriman/${row.id}`,
            title,
            [kindOf(row.kind).name, `#${numberOf(row)}`, filesText(row)].filter(Boolean).join(" · "),
            stateMark(row),
          ),
        ),
    ) || empty(t("Belum ada catatan yang dibuat di HP ini."), "#/catat", t("Catat kunjungan")),
  ];
}

/** "41 dibuat, 41 diterima, 0 dobel": our count beside the server's, each state by the word that its records bear. */
export function statementText(made, statement) {
  if (!statement) return t("{made} dibuat di HP ini. Server belum pernah ditanya.", { made });
  const { held = 0, received = 0, waiting = 0, attention = 0, repeated = 0 } = statement;
  return [
    t("{made} dibuat", { made }),
    t("{n} diterima", { n: held - received - waiting - attention }),
    received && t("{n} terkirim", { n: received }),
    waiting && t("{n} menunggu", { n: waiting }),
    attention && t("{n} perlu perhatian", { n: attention }),
    t("{n} dobel", { n: repeated }),
  ]
    .filter(Boolean)
    .join(", ");
}

function signIn() {
  const { state, name } = syncState();
  if (state === "sign-in")
    return notice(
      "warning",
      t("Masa masuk sudah habis. Semua catatan tetap ada di HP ini."),
      h("a.btn", { href: "/akun/login/?next=/lapangan/" }, t("Masuk lagi")),
    );
  if (state === "other-person")
    return notice(
      "warning",
      t("Peramban ini masuk sebagai {name}. Catatan Anda menunggu sampai Anda masuk sendiri.", { name }),
      h("a.btn-quiet", { href: "/akun/logout/" }, t("Ganti akun")),
    );
  if (state === "phone-full")
    return notice("warning", t("Penyimpanan HP penuh. Hapus foto atau aplikasi lain, lalu sinkronkan lagi."));
  return null;
}

/** Numbers of this device that never arrived, as the server tells. */
function gaps(made, statement) {
  const missing = (statement && statement.missing) || [];
  return missing.length
    ? notice("warning", t("Nomor yang belum sampai di server: {numbers}.", { numbers: missing.join(", ") }))
    : null;
}

async function tight() {
  const { used, quota, share } = await room();
  return share > TIGHT
    ? notice(
        "warning",
        t("Penyimpanan HP hampir penuh: {used} dari {quota}. Sinkronkan, lalu hapus foto atau aplikasi lain.", {
          used: sizeText(used),
          quota: sizeText(quota),
        }),
      )
    : null;
}

async function oneRecord(person, found) {
  if (!found)
    return [
      head(t("Kiriman"), { back: "kiriman" }),
      notice("warning", t("Catatan ini sudah diterima dan tidak lagi disimpan di HP.")),
    ];
  const { row, title, route } = found;
  const { problems, waitsFor } = await saidOf(person, row);
  return [
    head(title, { back: "kiriman", lead: kindOf(row.kind).name }),
    h("p", {}, stateMark(row)),
    problems.length > 0 &&
      block(
        t("Yang perlu diperbaiki"),
        h(
          "ul.problems",
          {},
          problems.map((problem) => h("li", {}, problem.message, " ", h("small.code", {}, problem.code))),
        ),
      ),
    mendable(row) &&
      route &&
      h("div.actions", {}, h("a.btn", { href: `#/${route}` }, icon("write"), t("Perbaiki dan kirim lagi"))),
    row.state === UNREADABLE &&
      notice("warning", t("Isinya rusak di HP ini dan tidak dapat dikirim; catatan lain tetap berjalan. Tulis sekali lagi.")),
    row.state === "conflict" &&
      notice(
        "warning",
        t("Kedua versi disimpan. Pilih salah satu di halaman daring."),
        h("a.btn-quiet", { href: `/kiriman/${row.id}/` }, t("Buka di web")),
      ),
    waitsFor.length > 0 && notice("draft", t("Menunggu catatan sebelumnya sampai di server; lalu berjalan sendiri.")),
    facts([
      [t("Nomor"), `#${numberOf(row)}`],
      [t("Tanda terima"), row.receipt],
      [t("Disegel di HP"), momentText(row.sealed.at)],
      [t("Sampai di server"), momentText(row.receivedAt)],
      [t("Tepat waktu"), row.onTime === undefined ? "" : row.onTime ? t("Ya") : t("Tidak")],
      [t("Foto"), filesText(row)],
      [t("Keadaan"), stateOf(row).word],
    ]),
    (row.filesGone || []).length > 0 &&
      notice("warning", t("Ada foto yang tidak dapat dibaca server. Catatannya tetap berlaku.")),
    h("p.muted.code", {}, row.id),
  ];
}
