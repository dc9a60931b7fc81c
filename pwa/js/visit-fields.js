/** The fields of a visit that no other form has: who was met, promises, photos, the place of the phone. */

import { h, icon, replace } from "./dom.js";
import { isEmpty } from "./form.js";
import { keepFile, readFile } from "./drafts.js";
import { shrink } from "./photo.js";
import { whereAmI } from "./place.js";
import { uuid7 } from "./seal.js";
import { isFull } from "./store.js";
import { sizeText, t } from "./words.js";

const MOST_PHOTOS = 12;

/** @returns {Object} the drawings for `drawForm`; `mentees` are `{id, name, village}` and `owners` a list of choices */
export function visitTypes(person, mentees, owners) {
  return {
    mentees: (field, value, put) => drawMentees(field, value, put, mentees),
    promises: (field, value, put, all) => drawPromises(field, value, put, owners, all),
    photos: (field, value, put) => drawPhotos(field, value, put, person),
    place: drawPlace,
  };
}

/** Everybody who may be met; ticking one opens the names of those who came. */
function drawMentees(field, value, put, mentees) {
  const met = new Map((value || []).map((one) => [one.engagement, one]));
  const tell = () => put([...met.values()]);
  const rows = mentees.map((mentee) => {
    const more = h("div.row-line", {});
    const show = () => {
      const one = met.get(mentee.id);
      more.hidden = !one;
      if (!one || more.children.length) return;
      more.append(
        ...namesOf(mentee, one, (changed) => {
          met.set(mentee.id, changed);
          tell();
        }),
      );
    };
    const box = h("input", {
      type: "checkbox",
      onchange: () => {
        if (box.checked) met.set(mentee.id, { engagement: mentee.id, attendees: [], headcount: null });
        else {
          met.delete(mentee.id);
          more.textContent = "";
        }
        show();
        tell();
      },
    });
    box.checked = met.has(mentee.id);
    show();
    return h(
      "div",
      { "data-name": `${mentee.name} ${mentee.village_name || ""}`.toLowerCase() },
      h("label.choice", {}, box, h("span", {}, mentee.name, h("small", {}, mentee.village_name || ""))),
      more,
    );
  });
  const search =
    mentees.length > 8 &&
    h("input", {
      type: "search",
      "aria-label": t("Cari dampingan"),
      placeholder: t("Cari nama atau desa"),
      oninput: (event) =>
        rows.forEach((row) => {
          row.hidden = !row.dataset.name.includes(event.target.value.toLowerCase()) && !row.querySelector("input").checked;
        }),
    });
  return { group: true, element: h("div.choices", {}, search, rows) };
}

function namesOf(mentee, one, changed) {
  const now = { ...one };
  const names = h("textarea", {
    rows: 2,
    value: (one.attendees || []).join("\n"),
    "aria-label": t("Nama yang hadir dari {name}", { name: mentee.name }),
    placeholder: t("Satu nama per baris"),
    oninput: () => {
      now.attendees = names.value
        .split("\n")
        .map((name) => name.trim())
        .filter(Boolean);
      changed({ ...now });
    },
  });
  const count = h("input", {
    type: "number",
    min: 1,
    inputmode: "numeric",
    value: one.headcount || "",
    "aria-label": t("Jumlah hadir dari {name}", { name: mentee.name }),
    placeholder: t("Jumlah hadir, bila dihitung"),
    oninput: () => {
      now.headcount = count.value ? Number(count.value) : null;
      changed({ ...now });
    },
  });
  return [names, count];
}

/** Promises made: what, by whom, until when; lines can be added and taken out. */
function drawPromises(field, value, put, owners) {
  let rows = (value || []).map((one) => ({ ...one }));
  const place = h("div");
  const faultsOf = () =>
    rows
      .filter((row) => isEmpty(row.text) || isEmpty(row.owner_name) || !row.due || !row.owner_side)
      .map((row) => ({ id: `janji-${row.id}`, text: t("Lengkapi isi, penanggung jawab, dan tanggalnya.") }));
  const draw = () =>
    replace(
      place,
      rows.map((row, number) =>
        drawPromise(
          row,
          number,
          owners,
          () => put(rows),
          () => {
            rows = rows.filter((one) => one !== row);
            put(rows);
            draw();
          },
        ),
      ),
      h(
        "button.btn-quiet",
        {
          type: "button",
          onclick: () => {
            const row = { id: uuid7(), text: "", owner_side: "mentee", owner_name: "", due: "" };
            rows.push(row);
            put(rows);
            draw();
            document.getElementById(`janji-${row.id}`).focus();
          },
        },
        icon("plus"),
        t("Tambah janji"),
      ),
    );
  draw();
  return { group: true, element: place, faults: faultsOf };
}

function drawPromise(row, number, owners, changed, out) {
  const set = (name) => (event) => {
    row[name] = event.target.value;
    changed();
  };
  const id = `janji-${row.id}`;
  const labelled = (word, input) => h("label.sub", {}, h("span", {}, word), input);
  return h(
    "div.row-line",
    {},
    h("p.sub-head", {}, t("Janji {n}", { n: number + 1 })),
    labelled(t("Yang akan dikerjakan"), h("input", { id, value: row.text, maxlength: 240, oninput: set("text") })),
    labelled(
      t("Tugas siapa"),
      h(
        "select",
        { onchange: set("owner_side") },
        owners.map((one) => h("option", { value: one.code, selected: one.code === row.owner_side }, one.words)),
      ),
    ),
    labelled(t("Nama penanggung jawab"), h("input", { value: row.owner_name, maxlength: 120, oninput: set("owner_name") })),
    labelled(t("Batas waktu"), h("input", { type: "date", value: row.due, oninput: set("due") })),
    h("button.btn-quiet", { type: "button", onclick: out }, icon("remove"), t("Hapus janji {n}", { n: number + 1 })),
  );
}

/** One photo; a newer one takes its place. */
export function drawPhoto(field, value, put, person) {
  return drawPhotos({ ...field, most: 1 }, value, put, person);
}

/** Photos are made small and kept at once; the form only remembers their hashes. */
export function drawPhotos(field, value, put, person) {
  const most = field.most || MOST_PHOTOS;
  let rows = [...(value || [])];
  const told = h("p.help", { role: "status" });
  const shown = h("ul.photos");
  const draw = () =>
    replace(
      shown,
      rows.map((row, number) =>
        photoLine(person, row, number, () => {
          rows = rows.filter((one) => one !== row);
          put(rows);
          draw();
        }),
      ),
    );
  const input = h("input.visually-hidden", {
    id: field.id,
    type: "file",
    accept: "image/*",
    multiple: most > 1,
    ...field.about,
    onchange: async () => {
      const chosen = [...input.files].slice(0, most > 1 ? most - rows.length : 1);
      input.value = "";
      for (const file of chosen) {
        told.textContent = t("Mengecilkan foto…");
        try {
          const kept = await keepFile(person, await shrink(file), "image/jpeg", `foto-${rows.length + 1}.jpg`);
          rows = [...rows.filter((one) => one.sha256 !== kept.sha256), kept].slice(-most);
          told.textContent = t("Foto tersimpan di HP ({size}).", { size: sizeText(kept.bytes) });
        } catch (fault) {
          told.textContent = isFull(fault)
            ? t("Penyimpanan HP penuh: foto tidak tersimpan.")
            : t("Berkas {name} bukan foto yang dapat dibaca.", { name: file.name });
        }
        put(rows);
        draw();
      }
    },
  });
  draw();
  return {
    element: h(
      "div",
      {},
      shown,
      h("span.photo-add", {}, input, h("label.btn-quiet", { for: field.id }, icon("camera"), t("Ambil atau pilih foto"))),
      told,
    ),
    input,
  };
}

function photoLine(person, row, number, out) {
  const picture = h("img", { alt: t("Foto {n}", { n: number + 1 }) });
  readFile(person, row.sha256).then((file) => {
    if (!file) return;
    picture.onload = () => URL.revokeObjectURL(picture.src);
    picture.src = URL.createObjectURL(new Blob([file.content], { type: file.type }));
  });
  return h(
    "li",
    {},
    picture,
    h(
      "button.btn-quiet",
      { type: "button", onclick: out, "aria-label": t("Keluarkan foto {n}", { n: number + 1 }) },
      icon("remove"),
    ),
  );
}

function drawPlace(field, value, put) {
  const told = h("p.help", { role: "status" });
  const say = (place) => {
    told.textContent = place ? t("Lokasi tercatat, ketelitian ± {m} m.", { m: place.accuracy_m }) : "";
  };
  const button = h(
    "button.btn-quiet",
    {
      type: "button",
      onclick: async () => {
        told.textContent = t("Mencari lokasi…");
        try {
          const place = await whereAmI();
          put(place);
          say(place);
        } catch (refused) {
          told.textContent = t("Lokasi tidak diperoleh. Kunjungan tetap dapat disimpan tanpa lokasi.");
        }
      },
    },
    icon("place"),
    t("Catat lokasi HP"),
  );
  say(value);
  return { group: true, element: h("div", {}, button, told) };
}
