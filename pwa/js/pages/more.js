/** "Lainnya": who am I, language, PIN, room on the phone, the ways to everything else. */

import { announce, h, icon, replace } from "../dom.js";
import { changePin, hasPin, WrongPin } from "../vault.js";
import { leave, people, setting } from "../person.js";
import { counts } from "../outbox.js";
import { askToKeep, room } from "../store.js";
import { language, sizeText, speak, t } from "../words.js";
import { block, facts, head, line, lines } from "../parts.js";
import { drawForm } from "../form.js";
import { waitText } from "./people.js";

const LEAST = 6;

export async function draw(person) {
  const { made, unsent } = await counts(person);
  const locked = await hasPin(person.db);
  return [
    head(t("Lainnya")),
    lines([
      line("#/kembali", t("Dikembalikan"), t("Laporan yang kembali dengan catatan")),
      line("#/isian", t("Asesmen"), t("Isian yang menunggu Anda")),
      line("#/titip", t("Titip kirim"), t("Antrean sebagai berkas; bawa berkas teman")),
      line("/", t("Halaman daring"), t("Semua bagian lain; perlu sinyal")),
    ]),
    block(
      t("Saya"),
      facts([
        [t("Nama"), person.name],
        [t("Catatan dibuat di HP ini"), String(made)],
        [t("Belum terkirim"), String(unsent)],
        [t("Nomor perangkat"), h("span.code", {}, person.device.id)],
      ]),
      h(
        "div.actions",
        {},
        h(
          "button.btn-quiet",
          {
            type: "button",
            onclick: async () => {
              await leave();
              location.hash = "#/siapa";
              location.reload();
            },
          },
          icon("lock"),
          (await people()).length > 1 || locked ? t("Serahkan HP ke orang lain") : t("Tutup bagian saya"),
        ),
      ),
    ),
    block(t("Bahasa"), h("div.actions", {}, tongue("id", "Bahasa Indonesia"), tongue("en", "English"))),
    pinBlock(person, locked),
    await roomBlock(),
    h("p.muted", {}, t("Versi aplikasi {v}", { v: await keptVersion() })),
  ];
}

/** The version of the shell that this phone keeps. */
async function keptVersion() {
  const names = await caches.keys();
  return (
    names
      .filter((name) => name.startsWith("sidamping-lapangan-"))
      .map((name) => name.slice(19))
      .join(", ") || "–"
  );
}

function tongue(code, name) {
  return h(
    "button.btn-quiet",
    {
      type: "button",
      lang: code,
      "aria-pressed": String(language() === code),
      onclick: async () => {
        await setting("language", code);
        await speak(code);
        dispatchEvent(new HashChangeEvent("hashchange"));
      },
    },
    name,
  );
}

/** `told` is what was just done to the PIN. */
function pinBlock(person, locked, told) {
  const place = h("div", {}, told && h("p", {}, told));
  const field = (key, label) => ({ key, type: "pin", label, required: true });
  const types = {
    pin: (one, value, put) => {
      const input = h("input", {
        id: one.id,
        type: "password",
        inputmode: "numeric",
        autocomplete: "off",
        ...one.about,
        oninput: () => put(input.value),
      });
      return { element: input, input };
    },
  };
  const ask = (fields, done, act) =>
    replace(
      place,
      drawForm(
        { sections: [{ fields }] },
        {},
        {
          types,
          done,
          check: (values) => pinFaults(values),
          send: async (values) => {
            try {
              person.vault = await act(values);
              drawn.replaceWith(pinBlock(person, await hasPin(person.db), t("Tersimpan.")));
              announce(t("Tersimpan."));
            } catch (fault) {
              if (!(fault instanceof WrongPin)) throw fault;
              replace(place, h("p.fault", { role: "alert" }, waitText(fault)));
            }
          },
        },
      ),
    );
  const set = () =>
    ask(
      [locked && field("old", t("PIN lama")), field("pin", t("PIN baru")), field("again", t("PIN baru sekali lagi"))].filter(
        Boolean,
      ),
      t("Simpan PIN"),
      (values) => changePin(person.db, values.pin, values.old),
    );
  const free = () => ask([field("old", t("PIN lama"))], t("Lepas PIN"), (values) => changePin(person.db, "", values.old));
  const drawn = block(
    t("PIN"),
    h(
      "p.muted",
      {},
      locked
        ? t("Bagian Anda di HP ini terkunci dengan PIN.")
        : t("HP dipakai bersama? Kunci bagian Anda. Data Anda lalu tersimpan tersandi."),
    ),
    h(
      "p.muted",
      {},
      t("PIN yang lupa tidak dapat dibuka siapa pun; antrean yang belum terkirim tetap dapat disimpan tersandi."),
    ),
    h(
      "div.actions",
      {},
      h("button.btn-quiet", { type: "button", onclick: set }, locked ? t("Ganti PIN") : t("Pasang PIN")),
      locked && h("button.btn-quiet", { type: "button", onclick: free }, t("Lepas PIN")),
    ),
    place,
  );
  return drawn;
}

function pinFaults(values) {
  if (!values.pin) return [];
  const faults = [];
  if (!/^\d+$/.test(values.pin) || values.pin.length < LEAST)
    faults.push({ field: "pin", text: t("PIN sedikitnya {n} angka.", { n: LEAST }) });
  if (values.again && values.pin !== values.again) faults.push({ field: "again", text: t("Kedua PIN tidak sama.") });
  return faults;
}

async function roomBlock() {
  const kept = await askToKeep();
  const { used, quota } = await room();
  return block(
    t("Penyimpanan"),
    h("p", {}, t("Terpakai {used} dari {quota}.", { used: sizeText(used), quota: sizeText(quota) })),
    h(
      "p.muted",
      {},
      kept
        ? t("HP ini menjaga data aplikasi walau penyimpanan menipis.")
        : t(
            "HP ini belum berjanji menjaga data saat penyimpanan penuh. Pasang aplikasi ke layar utama dan sinkronkan setiap ada sinyal.",
          ),
    ),
  );
}
