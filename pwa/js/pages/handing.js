/** "Titip kirim": the own queue as one signed file, and files of others taken along to the server. */

import { h, icon } from "../dom.js";
import { carried, delivered, hand, queueFile, takeIn } from "../queue-file.js";
import { sync } from "../sync.js";
import { momentText, t } from "../words.js";
import { block, fact, head, lines, notice } from "../parts.js";
import { dayOf } from "../seal.js";

export async function draw(person) {
  const told = h("p.help", { role: "status" });
  const input = h("input.visually-hidden", { id: "titip", type: "file", accept: ".json,application/json", onchange: async () => {
    try { await takeIn(person, input.files[0]); told.textContent = t("Berkas diterima dan dikirim saat ada sinyal."); sync(); } catch (fault) { told.textContent = t("Berkas ini bukan berkas titipan SiDamping."); }
    input.value = "";
  } });
  return [
    head(t("Titip kirim"), { back: "kiriman", lead: t("Catatan Anda dalam satu berkas bertanda tangan: lewat WhatsApp, kabel, atau HP teman yang ada sinyal.") }),
    h("button.btn", { type: "button", onclick: async () => hand(await queueFile(person), `sidamping-titip-${dayOf()}.json`) }, icon("file"), t("Simpan antrean sebagai berkas")),
    h("p.muted", {}, t("Catatan tetap ada di HP ini sampai server menyatakan menerimanya. Terkirim dua kali pun tetap satu.")),
    block(t("Bawa berkas orang lain"), h("span.photo-add", {}, input, h("label.btn-quiet", { for: "titip" }, icon("plus"), t("Pilih berkas titipan"))), told,
      lines((await carried(person)).map((one) => fact(t("Berkas dari {when}", { when: momentText(one.at) }), t("menunggu sinyal"))))),
    await handedIn(person),
  ];
}

async function handedIn(person) {
  const done = await delivered(person);
  return done.length > 0 && block(t("Sudah diserahkan"), done.reverse().map((one) => (one.problems.length
    ? notice("warning", one.problems.map((problem) => problem.message).join(" ")) : h("p", {}, t("{n} catatan diserahkan, berkas dari {when}.", { n: one.records, when: momentText(one.at) })))));
}
