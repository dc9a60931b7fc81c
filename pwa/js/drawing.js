/** A place to sign with a finger, a pen or a mouse: strokes of whole numbers in a frame of 1000 by 400. */

import { h } from "./dom.js";
import { t } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 1000;
const HEIGHT = 400;
const MOST_POINTS = 3000;
/** A point is kept when it lies so far from the one before. */
const STEP = 5;
/** A drawing that reaches less far is a dot, no signature. */
const LEAST_REACH = 80;

/** @param {number[][]} strokes @returns {SVGElement} the drawing, for looking at */
export function drawing(strokes, words) {
  const made = frame(words);
  strokes.forEach((stroke) => made.append(path(stroke)));
  return made;
}

/**
 * Draws the field type `drawing` for `drawForm`. What is drawn is told to `signed` and kept nowhere else: a signature is
 * given to what is on the screen now, so no draft may carry it to another content.
 * @param {(strokes: number[][]) => void} signed
 */
export function drawingField(signed) {
  return (field, value, put) => {
    let strokes = [];
    const pad = frame(t("Bidang tanda tangan"));
    pad.setAttribute("class", "drawn pad");
    pad.setAttribute("tabindex", "-1");
    const clear = h(
      "button.btn-quiet",
      {
        type: "button",
        onclick: () => {
          strokes = [];
          pad.textContent = "";
          signed(strokes);
          put(null);
        },
      },
      t("Hapus dan ulangi"),
    );
    const begin = (stroke) => {
      strokes.push(stroke);
      signed(strokes);
      put(true);
    };
    follow(pad, begin, () => count(strokes) >= MOST_POINTS);
    const faults = () => (reach(strokes) < LEAST_REACH ? [{ text: t("Belum ditandatangani.") }] : []);
    return { group: true, element: h("div", {}, pad, clear), faults };
  };
}

/** Follows one finger at a time; a further point is a longer line, until what stands on the pad is `full`. */
function follow(pad, begin, full) {
  let stroke = null;
  let line = null;
  const add = (event) => {
    const [x, y] = pointOf(pad, event);
    const far = Math.hypot(x - stroke[stroke.length - 2], y - stroke[stroke.length - 1]);
    if (far < STEP || full()) return;
    stroke.push(x, y);
    line.setAttribute("d", lineOf(stroke));
  };
  pad.addEventListener("pointerdown", (event) => {
    if (stroke || full()) return;
    event.preventDefault();
    pad.setPointerCapture(event.pointerId);
    stroke = pointOf(pad, event);
    begin(stroke);
    line = path(stroke);
    pad.append(line);
  });
  pad.addEventListener("pointermove", (event) => {
    if (stroke && pad.hasPointerCapture(event.pointerId)) add(event);
  });
  ["pointerup", "pointercancel"].forEach((name) =>
    pad.addEventListener(name, () => {
      stroke = null;
    }),
  );
}

function pointOf(pad, event) {
  const box = pad.getBoundingClientRect();
  const within = (part, most) => Math.min(most, Math.max(0, Math.round(part * most)));
  return [within((event.clientX - box.left) / box.width, WIDTH), within((event.clientY - box.top) / box.height, HEIGHT)];
}

function count(strokes) {
  return strokes.reduce((sum, stroke) => sum + stroke.length / 2, 0);
}

/** The longer side of the box around all strokes. */
function reach(strokes) {
  const side = (first) => {
    const numbers = strokes.flatMap((stroke) => stroke.filter((_, place) => place % 2 === first));
    return numbers.length ? Math.max(...numbers) - Math.min(...numbers) : 0;
  };
  return Math.max(side(0), side(1));
}

function frame(words) {
  const made = document.createElementNS(SVG, "svg");
  made.setAttribute("viewBox", `0 0 ${WIDTH} ${HEIGHT}`);
  made.setAttribute("class", "drawn");
  made.setAttribute("role", "img");
  made.setAttribute("aria-label", words);
  return made;
}

function path(stroke) {
  const made = document.createElementNS(SVG, "path");
  made.setAttribute("d", lineOf(stroke));
  return made;
}

function lineOf([x, y, ...rest]) {
  return `M${x} ${y}L${(rest.length ? rest : [x, y]).join(" ")}`;
}
