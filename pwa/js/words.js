/** The words of the screen: Indonesian in the source, English from `words-en.js`; days, times and money as people read them. */

import { dayOf } from "./seal.js";

const MONTHS = {
  id: ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"],
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
};
let tongue = "id";
let english = {};

/** Chooses the language of this phone; the English words are fetched only when somebody wants them. */
export async function speak(wanted) {
  tongue = wanted === "en" ? "en" : "id";
  if (tongue === "en") english = (await import("./words-en.js")).ENGLISH;
  document.documentElement.lang = tongue;
  document.querySelectorAll("[data-t]").forEach((place) => {
    place.textContent = t(place.dataset.t);
  });
}

export function language() {
  return tongue;
}

/** @param {string} text in Indonesian, with {names} @param {Object} [values] @returns {string} in the reader's language */
export function t(text, values = {}) {
  const said = tongue === "en" && english[text] ? english[text] : text;
  return said.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** @param {any} told `{id, en}` of a document, or a plain text */
export function label(told) {
  if (told && typeof told === "object") return told[tongue] || told.id || told.en || "";
  return told === null || told === undefined ? "" : String(told);
}

/** "2026-11-21" or a moment → "21 Nov 2026" */
export function dayText(day) {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(day || "");
  return found ? `${Number(found[3])} ${MONTHS[tongue][Number(found[2]) - 1]} ${found[1]}` : "";
}

/** "2026-11" → "Nov 2026" */
export function monthText(month) {
  return dayText(`${month}-01`).slice(2);
}

/** a moment → "21 Nov 2026 16.20" by the phone's own clock */
export function momentText(told) {
  const when = new Date(told || NaN);
  if (Number.isNaN(when.getTime())) return "";
  return `${dayText(dayOf(when))} ${String(when.getHours()).padStart(2, "0")}.${String(when.getMinutes()).padStart(2, "0")}`;
}

/** 1250000 → "Rp1.250.000" */
export function rupiah(amount) {
  return `Rp${String(amount).replace(/\B(?=(\d{3})+(?!\d))/g, ".")}`;
}

/** 212345 → "208 kB" */
export function sizeText(bytes) {
  const [unit, size] = [
    ["GB", 1073741824],
    ["MB", 1048576],
  ].find(([, least]) => bytes >= least) || ["kB", 1024];
  const number = unit === "kB" ? String(Math.ceil(bytes / size)) : (bytes / size).toFixed(1);
  return `${number.replace(".", tongue === "en" ? "." : ",")} ${unit}`;
}
