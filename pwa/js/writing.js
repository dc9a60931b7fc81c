/** A page where something is written: the form, its draft that saves itself, and the way into the outbox. */

import { h, sayNext } from "./dom.js";
import { drawForm, showFaults } from "./form.js";
import { dropDraft, keepDraft, readDraft } from "./drafts.js";
import { keep, SealedAlready, toMend } from "./outbox.js";
import { isFull } from "./store.js";
import { uuid7 } from "./seal.js";
import { t } from "./words.js";
import { askTwice } from "./parts.js";
import { sync } from "./sync.js";

const PAUSE = 400;

/**
 * @param {import("./person.js").Person} person
 * @param {URLSearchParams} query holds `draf` when the writing goes on
 * @param {{kind: string, spec: Object, values?: Object, types?: Object, done?: string,
 *   title: (values: Object) => string, record: (values: Object) => Object, next?: string, changed?: (values: Object) => void}} how
 *   `record` gives body, files, after, replaces; `changed` hears what is filled in, at the start too
 * @returns {Promise<any[]>}
 */
export async function writing(person, query, how) {
  const id = query.get("draf") || uuid7();
  const draft = await readDraft(person, id);
  const refused = await toMend(person, id);
  rememberDraft(query, id);
  const route = location.hash.slice(2);
  const kept = h("p.kept", { role: "status" }, draft ? t("Draf dilanjutkan.") : "");
  const faults = h("div");
  let timer = 0;
  let finished = false;
  let last = null;
  const save = async () => {
    clearTimeout(timer);
    if (finished || !last) return;
    try {
      await keepDraft(person, { id, kind: how.kind, route, title: how.title(last), values: last });
      kept.textContent = t("Draf tersimpan di HP.");
    } catch (fault) {
      if (!isFull(fault)) throw fault;
      kept.textContent = fullText();
    }
  };
  /** Another page takes over: what was typed is kept, and this one writes nothing any more. */
  const leave = () => {
    save();
    finished = true;
    removeEventListener("pagehide", save);
  };
  const start = { ...how.values, ...(refused && refused.values), ...(draft && draft.values) };
  if (how.changed) how.changed(start);
  const form = drawForm(
    how.spec,
    start,
    {
      types: how.types,
      check: how.check,
      done: how.done || t("Simpan di HP"),
      more: [
        kept,
        draft &&
          askTwice(t("Buang draf"), t("Buang? Tekan sekali lagi"), async () => {
            finished = true;
            await dropDraft(person, id);
            location.hash = "#/";
          }),
      ],
      changed: (values) => {
        last = { ...values };
        if (how.changed) how.changed(last);
        clearTimeout(timer);
        timer = setTimeout(save, PAUSE);
      },
      send: async (values) => {
        finished = true;
        clearTimeout(timer);
        try {
          await keep(person, {
            id,
            kind: how.kind,
            title: how.title(values),
            values,
            route,
            ...how.record(values, id),
          });
        } catch (fault) {
          finished = false;
          const text = whyNot(fault);
          if (!text) throw fault;
          last = values;
          await save();
          showFaults(faults, [{ text }]);
          return;
        }
        sayNext(t("Tersimpan di HP: {title}. Lihat di Kiriman apakah sudah terkirim.", { title: how.title(values) }));
        sync();
        location.hash = `#/${how.next || "kiriman"}`;
      },
    },
  );
  addEventListener("pagehide", save);
  addEventListener("hashchange", leave, { once: true });
  return [faults, form];
}

/** Why a record was not kept, in words for its writer; nothing for a fault that nobody foresaw. */
function whyNot(fault) {
  if (fault instanceof SealedAlready)
    return t("Catatan ini sudah disimpan dari layar lain dengan isi yang berbeda. Tulisan di sini tetap sebagai draf; bandingkan di Kiriman.");
  return isFull(fault) ? fullText() : "";
}

function fullText() {
  return t("Penyimpanan HP penuh: belum tersimpan. Jangan tutup halaman ini; hapus foto atau aplikasi lain, lalu simpan lagi.");
}

/** The address names the draft, so that a restart comes back to it. */
function rememberDraft(query, id) {
  if (query.get("draf")) return;
  query.set("draf", id);
  history.replaceState(null, "", `${location.hash.split("?")[0]}?${query}`);
}
