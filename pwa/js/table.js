/** A table to fill in on a small screen: every row a card with its columns below each other. */

import { freshId, h, icon, replace } from "./dom.js";
import { isEmpty, numberOf } from "./form.js";
import { label, t } from "./words.js";

const WHOLE = ["number", "money"];

/** The drawing of a field of type `table` for `drawForm`; a row keeps what it has beside its columns. */
export function drawTable(field, value, put) {
  let rows = (value || []).map((row) => ({ ...row }));
  const place = h("div");
  const first = freshId("baris");
  const tell = () => put(rows.filter((row) => Object.values(row).some((cell) => !isEmpty(String(cell)))));
  const draw = () =>
    replace(
      place,
      rows.map((row, number) =>
        drawRow(field.columns, row, number, `${first}-${number}`, tell, () => {
          rows = rows.filter((one) => one !== row);
          tell();
          draw();
        }),
      ),
      h(
        "button.btn-quiet",
        {
          type: "button",
          onclick: () => {
            rows.push({});
            draw();
            document.getElementById(`${first}-${rows.length - 1}`).focus();
          },
        },
        icon("plus"),
        t("Tambah baris"),
      ),
    );
  draw();
  return { group: true, element: place, faults: () => rows.flatMap((row, number) => faultsOf(field.columns, row, number)) };
}

function drawRow(columns, row, number, id, tell, out) {
  const cell = (column, place) => {
    const put = (event) => {
      row[column.key] = event.target.value;
      tell();
    };
    return h("label.sub", {}, h("span", {}, label(column.label)), input(column, row[column.key], put, place ? null : id));
  };
  const word = t("Hapus baris {n}", { n: number + 1 });
  return h(
    "div.row-line",
    {},
    h("p.sub-head", {}, t("Baris {n}", { n: number + 1 })),
    columns.map(cell),
    h("button.btn-quiet", { type: "button", onclick: out }, icon("remove"), word),
  );
}

function input(column, value, put, id) {
  const held = value === undefined || value === null ? "" : String(value);
  if (column.choices) {
    const option = (one) => h("option", { value: one.code, selected: one.code === held }, label(one));
    return h("select", { id, onchange: put }, h("option", { value: "" }, t("Pilih…")), column.choices.map(option));
  }
  const type = column.type === "date" ? "date" : "text";
  return h("input", { id, type, value: held, oninput: put, inputmode: WHOLE.includes(column.type) ? "numeric" : null });
}

/** An empty row says nothing and is left out. */
function faultsOf(columns, row, number) {
  if (columns.every((column) => isEmpty(row[column.key]))) return [];
  return columns
    .map((column) => ({ column, why: whyNot(column, row[column.key]) }))
    .filter(({ why }) => why)
    .map(({ column, why }) => ({ text: `${t("Baris {n}", { n: number + 1 })}, ${label(column.label)}: ${why}` }));
}

function whyNot(column, value) {
  if (isEmpty(value)) return column.required ? t("Perlu diisi.") : "";
  if (!WHOLE.includes(column.type)) return "";
  const number = numberOf(String(value));
  if (!(Number.isInteger(number) && number >= 0)) return t("Tulis sebagai angka bulat.");
  return number < column.min || number > column.max ? t("Pilih {min} sampai {max}.", column) : "";
}
