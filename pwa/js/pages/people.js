/** Who has the phone in hand: choose, give the PIN, or sign in once with a signal. */

import { h, icon, replace } from "../dom.js";
import { asksPin, closedPart, enter, people } from "../person.js";
import { hand, lockedFile } from "../queue-file.js";
import { WrongPin } from "../vault.js";
import { t } from "../words.js";
import { block, empty, head } from "../parts.js";
import { dayOf } from "../seal.js";

/** @param {(why?: string) => void} opened what follows when somebody is in @param {string} why what the last question to the server gave */
export async function choosePerson(opened, why) {
  const known = await people();
  const place = h("div");
  const open = async (one) => {
    if (await asksPin(one.id)) askPin(place, one, opened);
    else {
      await enter(one.id);
      opened();
    }
  };
  return [
    head(known.length ? t("Siapa yang memakai HP ini?") : t("Selamat datang")),
    known.length > 0 &&
      h(
        "div.actions.tall",
        {},
        known.map((one) => h("button.btn-quiet", { type: "button", onclick: () => open(one) }, icon("user"), one.name)),
      ),
    place,
    known.length
      ? block(
          t("Orang lain"),
          h("p.muted", {}, t("Siapa pun yang pernah masuk di sini punya bagian sendiri.")),
          h("a.btn-quiet", { href: "/akun/login/?next=/lapangan/" }, t("Masuk sebagai orang lain")),
        )
      : empty(
          why === "sign-in"
            ? t("Masuk sekali saat ada sinyal. Sesudah itu aplikasi berjalan tanpa sinyal.")
            : t("Aplikasi sudah terpasang, tetapi server belum terjangkau. Coba lagi saat ada sinyal."),
          "/akun/login/?next=/lapangan/",
          t("Masuk"),
        ),
  ];
}

/** "Wrong; wait so long". */
export function waitText(fault) {
  return fault.wait
    ? t("PIN keliru. Coba lagi sesudah {n} detik.", { n: Math.ceil(fault.wait / 1000) })
    : t("PIN keliru. Periksa lalu coba lagi.");
}

function askPin(place, one, opened) {
  const told = h("p.fault", { role: "alert" });
  const input = h("input", { id: "pin", type: "password", inputmode: "numeric", autocomplete: "off" });
  const form = h(
    "form",
    {
      onsubmit: async (event) => {
        event.preventDefault();
        told.textContent = t("Membuka…");
        try {
          await enter(one.id, input.value);
          opened();
        } catch (fault) {
          if (!(fault instanceof WrongPin)) throw fault;
          told.textContent = waitText(fault);
          input.value = "";
          input.focus();
        }
      },
    },
    h("div.field", {}, h("label", { for: "pin" }, t("PIN {name}", { name: one.name })), input, told),
    h("div.form-end", {}, h("button.btn", { type: "submit" }, t("Buka"))),
  );
  const forgot = h(
    "details",
    {},
    h("summary", {}, t("Lupa PIN?")),
    h(
      "p.muted",
      {},
      t(
        "Tidak ada yang dapat membuka tanpa PIN. Catatan yang belum terkirim tidak dihapus: simpan sebagai berkas tersandi, lalu coba ingat lagi.",
      ),
    ),
    h(
      "button.btn-quiet",
      {
        type: "button",
        onclick: async () => hand(await lockedFile(await closedPart(one.id)), `sidamping-terkunci-${dayOf()}.json`),
      },
      icon("file"),
      t("Simpan antrean tersandi"),
    ),
  );
  replace(place, form, forgot);
  input.focus();
}
