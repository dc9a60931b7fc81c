/** The cash book of a small business: money in or out, through which purse, what for. */

import { one } from "../documents.js";
import { dayOf } from "../seal.js";
import { rupiah, t } from "../words.js";
import { head, notice } from "../parts.js";
import { drawPhoto } from "../visit-fields.js";
import { writing } from "../writing.js";

export async function draw(person, [id], query) {
  const book = await one(person, `book:${id}`);
  if (!book)
    return [
      head(t("Buku kas"), { back: "dampingan" }),
      notice("warning", t("Buku kas ini tidak ada di HP ini. Sinkronkan saat ada sinyal.")),
    ];
  const back = `dampingan/${book.engagement}`;
  const choices = (rows) => (rows || []).map((row) => ({ code: row.code, words: row.name }));
  const category = (side, label, rows) => ({
    key: `category_${side}`,
    type: "choice",
    label,
    choices: choices(rows),
    required: true,
    when: { field: "side", is: [side] },
  });
  const fields = [
    {
      key: "side",
      type: "choice",
      label: t("Uang masuk atau keluar?"),
      choices: [
        { code: "in", words: t("Uang masuk") },
        { code: "out", words: t("Uang keluar") },
      ],
      required: true,
    },
    { key: "day", type: "date", label: t("Tanggal"), required: true, max: dayOf() },
    { key: "amount", type: "money", label: t("Jumlah (rupiah)"), required: true, min: 1, max: 999999999999 },
    category("in", t("Dari apa?"), book.in),
    category("out", t("Untuk apa?"), book.out),
    { key: "purse", type: "choice", label: t("Lewat mana?"), choices: choices(book.purses), required: true },
    {
      key: "text",
      type: "text",
      label: t("Keterangan"),
      help: t("Uang apa ini, dalam beberapa kata."),
      required: true,
      longest: 240,
    },
    { key: "photos", type: "photos", label: t("Foto bukti"), help: t("Satu foto kuitansi atau nota.") },
  ];
  return [
    head(t("Buku kas"), { back, lead: book.name }),
    await writing(person, query, {
      kind: "books.small",
      spec: { sections: [{ fields }] },
      types: { photos: (field, value, put) => drawPhoto(field, value, put, person) },
      values: { day: dayOf() },
      next: back,
      title: (values) => [book.name, values.amount ? rupiah(values.amount) : ""].filter(Boolean).join(" · "),
      record: (values) => ({
        body: {
          book: id,
          side: values.side,
          day: values.day,
          purse: values.purse,
          category: values[`category_${values.side}`],
          amount: values.amount,
          text: (values.text || "").trim(),
        },
        files: values.photos || [],
      }),
    }),
  ];
}
