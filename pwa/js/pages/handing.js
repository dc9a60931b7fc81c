/** "Titip kirim": the own queue as one signed file, and files of others taken along to the server. */

import { h, icon, replace } from "../dom.js";
import { bringBack, carried, delivered, hand, queueFile, readQueueFile, takeIn } from "../queue-file.js";
import { WrongPin } from "../vault.js";
import { waitText } from "./people.js";
import { sync } from "../sync.js";
import { listen } from "../news.js";
import { momentText, t } from "../words.js";
import { block, fact, head, lines, notice } from "../parts.js";
import { dayOf } from "../seal.js";

export async function draw(person) {
  const told = h("p.help", { role: "status" });
  const asked = h("div");
  const stand = h("div");
  const tell = async () => replace(stand, await onTheWay(person), await handedIn(person));
  const input = h("input.visually-hidden", {
    id: "titip",
    type: "file",
    accept: ".json,application/json",
    onchange: async () => {
      try {
        told.textContent = await take(person, await readQueueFile(input.files[0]), asked, told);
        await tell();
        sync();
      } catch (fault) {
        told.textContent = t("Berkas ini bukan berkas titipan SiDamping.");
      }
      input.value = "";
    },
  });
  await tell();
  addEventListener("hashchange", listen(({ what }) => what === "outbox" && tell()), { once: true }); // whoever synced
  return [
    head(t("Titip kirim"), {
      back: "kiriman",
      lead: t("Catatan Anda dalam satu berkas bertanda tangan: lewat WhatsApp, kabel, atau HP teman yang ada sinyal."),
    }),
    h(
      "div.actions",
      {},
      h(
        "button.btn",
        { type: "button", onclick: async () => hand(await queueFile(person), `sidamping-titip-${dayOf()}.json`) },
        icon("file"),
        t("Simpan antrean sebagai berkas"),
      ),
    ),
    h("p.muted", {}, t("Catatan tetap ada di HP ini sampai server menyatakan menerimanya. Terkirim dua kali pun tetap satu.")),
    block(
      t("Bawa berkas orang lain"),
      h("span.photo-add", {}, input, h("label.btn-quiet", { for: "titip" }, icon("plus"), t("Pilih berkas titipan"))),
      asked,
      told,
    ),
    stand,
  ];
}

async function onTheWay(person) {
  return lines(
    (await carried(person)).map((one) => fact(t("Berkas dari {when}", { when: momentText(one.at) }), t("menunggu sinyal"))),
  );
}

/** A queue file is carried; a locked one is one's own and is opened with the PIN it was saved under. */
async function take(person, { locked, said }, asked, told) {
  if (!locked) {
    await takeIn(person, said);
    return t("Berkas diterima dan dikirim saat ada sinyal.");
  }
  if (said.owner !== person.id) return t("Berkas tersandi ini milik orang lain; hanya pemiliknya yang dapat membukanya.");
  const input = h("input", { id: "pin-lama", type: "password", inputmode: "numeric", autocomplete: "off" });
  replace(
    asked,
    h(
      "form",
      {
        onsubmit: async (event) => {
          event.preventDefault();
          told.textContent = t("Membuka…");
          try {
            told.textContent = broughtText(await bringBack(person, said, input.value));
            replace(asked);
            sync();
          } catch (fault) {
            if (!(fault instanceof WrongPin)) throw fault;
            told.textContent = waitText(fault);
          }
        },
      },
      h("div.field", {}, h("label", { for: "pin-lama" }, t("PIN saat berkas disimpan")), input),
      h("button.btn", { type: "submit" }, t("Buka")),
    ),
  );
  return "";
}

function broughtText({ back, here }) {
  return [
    t("{n} catatan dikembalikan ke HP ini.", { n: back }),
    here && t("{n} tidak dibawa: catatan yang sama sudah ada di sini dengan isi lain, dan yang disegel tidak ditimpa.", { n: here }),
  ]
    .filter(Boolean)
    .join(" ");
}

async function handedIn(person) {
  const done = await delivered(person);
  return (
    done.length > 0 &&
    block(
      t("Sudah diserahkan"),
      done
        .reverse()
        .map((one) =>
          one.problems.length
            ? notice(
                "warning",
                t("Berkas dari {when} ditolak: {why}", {
                  when: momentText(one.at),
                  why: one.problems.map((problem) => problem.message).join(" "),
                }),
              )
            : h("p", {}, t("{n} catatan diserahkan, berkas dari {when}.", { n: one.records, when: momentText(one.at) })),
        ),
    )
  );
}
