/** "Catat kunjungan": the whole visit in one form, and the correction of an own visit. */

import { list, mentees, one, plan, visits } from "../documents.js";
import { dayOf } from "../seal.js";
import { dayText, t } from "../words.js";
import { head, notice } from "../parts.js";
import { visitWaits } from "../gates.js";
import { h, replace } from "../dom.js";
import { mendable } from "../outbox.js";
import { visitTypes } from "../visit-fields.js";
import { writing } from "../writing.js";

const PLAIN = [
  "visited_on",
  "starts_at",
  "ends_at",
  "mode",
  "place",
  "activity",
  "purpose",
  "material",
  "result",
  "obstacles",
  "advice",
  "remarks",
];

export async function draw(person, [part, id], query) {
  if (part === "ubah") return correct(person, id, query);
  const known = await mentees(person);
  const planned = query.get("rencana") && (await plan(person, "", "9999")).find((item) => item.id === query.get("rencana"));
  const start = {
    visited_on: dayOf(),
    mode: "onsite",
    presences: known.filter((one_) => one_.id === (query.get("dampingan") || (planned && planned.engagement))).map(metOf),
  };
  if (planned)
    Object.assign(start, { plan_item: planned.id, activity: planned.activity, purpose: planned.purpose, place: planned.place });
  const taken = (await Promise.all(known.map((mentee) => visits(person, mentee.id)))).flat().filter(stands);
  const waits = h("div", { role: "status" });
  const twice = h("div", { role: "status" });
  const tell = (values) => {
    const other = taken.find((visit) => visit.id !== query.get("draf") && overlaps(visit, values));
    replace(waits, met(values.presences || [], known).map(visitWaits));
    replace(twice, other && notice("warning", twiceText(other)));
  };
  const form = await writing(person, query, {
    kind: "fieldwork.visit",
    spec: await visitSpec(person),
    values: start,
    types: { ...(await typesOf(person, known)), note: () => ({ element: twice }) },
    check: hours,
    changed: tell,
    title: (values) => titleOf(values, known),
    record: (values) => ({ body: bodyOf(values), files: values.photos || [] }),
  });
  return [
    head(t("Catat kunjungan"), { lead: t("Isi sekali saja: jurnal dan laporan tersusun dari catatan ini.") }),
    known.length ? null : notice("warning", t("Daftar dampingan belum ada di HP ini. Sinkronkan sekali saat ada sinyal.")),
    waits,
    form,
  ];
}

/** A correction names the revision it was written against; when that is no longer current, both stay and people choose. */
async function correct(person, id, query) {
  const known = await mentees(person);
  const found = (await Promise.all(known.map((mentee) => visits(person, mentee.id)))).flat().find((visit) => visit.id === id);
  if (!found || !found.own)
    return [head(t("Perbaiki kunjungan"), { back: "" }), notice("warning", t("Kunjungan ini tidak ada di HP ini."))];
  const spec = { sections: (await visitSpec(person)).sections.map(lasting).filter((section) => section.fields.length) };
  spec.sections.push({
    title: t("Mengapa diperbaiki"),
    fields: [
      {
        key: "reason",
        type: "text",
        label: t("Alasan perubahan"),
        help: t("Tertulis di riwayat bersama nama Anda."),
        required: true,
        longest: 240,
      },
    ],
  });
  const form = await writing(person, query, {
    kind: "fieldwork.visit_revision",
    spec,
    values: found,
    types: await typesOf(person, known),
    check: hours,
    done: t("Simpan perbaikan"),
    title: (values) => titleOf(values, known),
    record: (values) => ({
      body: { ...bodyOf({ ...found, ...values }), ...asItWas(found), visit: id, reason: values.reason },
      replaces: found.revision,
      after: found.row ? [found.row.id] : [],
    }),
  });
  return [
    head(t("Perbaiki kunjungan"), {
      back: `dampingan/${(found.presences[0] || {}).engagement || ""}`,
      lead: t("Catatan lama tetap terbaca."),
    }),
    form,
  ];
}

/** Photos and promises made then stay as they are; they are added or closed on their own. */
function lasting(section) {
  return { ...section, fields: section.fields.filter((field) => !["photos", "follow_ups", "twice"].includes(field.key)) };
}

/** What a correction does not ask about. */
function asItWas(found) {
  const { latitude = null, longitude = null, accuracy_m = null } = found;
  return { latitude, longitude, accuracy_m, source: found.source || "typed", village: found.village || "", follow_ups: [] };
}

/** An own visit that the server has, or has not refused. */
function stands({ own, row }) {
  return own && !(row && mendable(row));
}

/** Whether a visit shares a minute with what is written; ends that touch do not. */
function overlaps(visit, { visited_on, starts_at, ends_at }) {
  return visit.visited_on === visited_on && visit.starts_at < ends_at && starts_at < visit.ends_at;
}

function twiceText({ visited_on, starts_at, ends_at, activity }) {
  const hours = [starts_at, ends_at].map((time) => time.replace(":", ".")).join("–");
  return t("{day} pukul {hours} sudah ada kunjungan Anda: {activity}. Server hanya menerima satu pada waktu yang sama; perbaiki jam yang keliru.", {
    day: dayText(visited_on),
    hours,
    activity,
  });
}

/** The visit ends after it began. */
function hours(values) {
  return values.starts_at && values.ends_at && values.ends_at <= values.starts_at
    ? [{ field: "ends_at", text: t("Harus sesudah jam mulai.") }]
    : [];
}

async function visitSpec(person) {
  const several = await list(person, "mentoring-topics");
  const self = (await one(person, "me")) || {};
  const materials = (self.materials || []).map((row) => ({ code: row.code, words: row.name }));
  const planned = (await plan(person, "", "9999"))
    .filter((item) => !item.visited)
    .map((item) => ({
      code: item.id,
      words: `${dayText(item.planned_on)} · ${item.mentee} · ${item.activity}`,
      offered: ({ presences }) => (presences || []).some((met) => met.engagement === item.engagement),
    }));
  return {
    sections: [
      {
        title: t("Siapa dan kapan"),
        fields: [
          {
            key: "presences",
            type: "mentees",
            label: t("Siapa yang ditemui?"),
            help: t("Boleh lebih dari satu bila pertemuan kelompok."),
            required: true,
          },
          { key: "visited_on", type: "date", label: t("Tanggal"), required: true, max: dayOf() },
          { key: "starts_at", type: "time", label: t("Jam mulai"), required: true },
          { key: "ends_at", type: "time", label: t("Jam selesai"), required: true },
          { key: "twice", type: "note", label: "" },
          { key: "mode", type: "choice", label: t("Cara"), choices: await list(person, "visit-modes"), required: true },
          { key: "place", type: "text", label: t("Tempat"), help: t("Misalnya: kantor koperasi, rumah ketua."), longest: 160 },
          { key: "gps", type: "place", label: t("Lokasi") },
          planned.length && { key: "plan_item", type: "choice", label: t("Melaksanakan rencana"), choices: planned },
        ].filter(Boolean),
      },
      {
        title: t("Apa yang dikerjakan"),
        fields: [
          {
            key: "activity",
            type: "text",
            label: t("Kegiatan"),
            help: t("Apa yang dikerjakan bersama, dalam beberapa kata."),
            required: true,
            longest: 160,
          },
          { key: "purpose", type: "long", label: t("Tujuan"), required: true, longest: 240 },
          { key: "topics", type: "several", label: t("Topik"), choices: several },
          { key: "material", type: "text", label: t("Materi"), longest: 240 },
          materials.length && { key: "materials", type: "several", label: t("Materi dari pustaka"), choices: materials },
          { key: "roles", type: "several", label: t("Peran pendamping"), choices: await list(person, "mentor-roles") },
          {
            key: "result",
            type: "long",
            label: t("Hasil"),
            help: t("Apa yang sekarang berbeda, dengan angka bila ada."),
            required: true,
          },
          { key: "obstacles", type: "long", label: t("Kendala") },
          { key: "advice", type: "long", label: t("Saran") },
        ].filter(Boolean),
      },
      {
        title: t("Janji"),
        fields: [
          {
            key: "follow_ups",
            type: "promises",
            label: t("Apa yang dijanjikan?"),
            help: t("Siapa mengerjakan apa, sampai kapan."),
          },
        ],
      },
      {
        title: t("Biaya dan foto"),
        fields: [
          {
            key: "cost",
            type: "money",
            label: t("Biaya (rupiah)"),
            help: t("0 bila tidak ada biaya; kosongkan bila belum diketahui."),
            min: 0,
            max: 999999999999,
          },
          {
            key: "photos",
            type: "photos",
            label: t("Foto"),
            help: t("Foto dikecilkan di HP; data lokasi di dalamnya dibuang."),
          },
          { key: "remarks", type: "long", label: t("Keterangan") },
        ],
      },
    ],
  };
}

async function typesOf(person, known) {
  return visitTypes(person, known, await list(person, "follow-up-owners"));
}

function bodyOf(values) {
  const first = (values.presences || [])[0];
  const gps = values.gps || { latitude: null, longitude: null, accuracy_m: null };
  const met = (values.presences || []).map(({ engagement, attendees, headcount }) => ({
    engagement,
    attendees: attendees || [],
    headcount: headcount || null,
  }));
  return {
    ...Object.fromEntries(PLAIN.map((key) => [key, typeof values[key] === "string" ? values[key].trim() : ""])),
    ...gps,
    presences: met,
    village: "",
    topics: values.topics || [],
    roles: values.roles || [],
    materials: values.materials || [],
    cost: values.cost === undefined ? null : values.cost,
    source: "typed",
    plan_item: values.plan_item || null,
    follow_ups: (values.follow_ups || []).map((row) => ({
      engagement: first ? first.engagement : null,
      ...row,
      text: row.text.trim(),
      owner_name: row.owner_name.trim(),
    })),
  };
}

function metOf(mentee) {
  return { engagement: mentee.id, attendees: [], headcount: null };
}

function titleOf(values, known) {
  const names = met(values.presences || [], known).map((mentee) => mentee.name);
  return [names.join(", ") || t("Kunjungan"), dayText(values.visited_on)].filter(Boolean).join(" · ");
}

/** The mentees met, as far as this phone knows them. */
function met(presences, known) {
  return presences.map(({ engagement }) => known.find((mentee) => mentee.id === engagement)).filter(Boolean);
}
