/** Builds the page from elements, never from strings: what a person typed can only ever become text. */

const SVG = "http://www.w3.org/2000/svg";
let last = 0;
let next = "";

/**
 * @param {string} tag with classes: "p.muted"
 * @param {Object} [properties] `on…` are listeners, true/false switch attributes, the rest are attributes
 * @param {...any} children elements, texts, lists of them; null and false are nothing
 * @returns {HTMLElement}
 */
export function h(tag, properties = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const made = document.createElement(name);
  if (classes.length) made.className = classes.join(" ");
  Object.entries(properties).forEach(([key, value]) => {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key === "value") made.value = value;
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
  });
  return fill(made, children);
}

/** Puts children into an element, in the place of what was there. */
export function replace(place, ...children) {
  place.textContent = "";
  return fill(place, children);
}

/** An id nobody else on the page has. */
export function freshId(word = "x") {
  last += 1;
  return `${word}-${last}`;
}

/** One of the drawings below, for the eye only. */
export function icon(name) {
  const drawn = document.createElementNS(SVG, "svg");
  drawn.setAttribute("class", "icon");
  drawn.setAttribute("viewBox", "0 0 24 24");
  drawn.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", DRAWINGS[name] || DRAWINGS.dot);
  drawn.append(line);
  return drawn;
}

/** Says something to whoever does not see the page change. */
export function announce(text) {
  const place = document.getElementById("kabar");
  if (place && place.textContent !== text) place.textContent = text;
}

/** Tells something on the page that comes next. */
export function sayNext(text) {
  next = text;
}

/** @returns {string} what this page was to tell, once */
export function saidBefore() {
  const text = next;
  next = "";
  return text;
}

function fill(place, children) {
  children.flat(Infinity).forEach((child) => {
    if (child !== null && child !== undefined && child !== false) place.append(child);
  });
  return place;
}

/** Line drawings in the manner of Tabler's outline icons (MIT). */
const DRAWINGS = {
  today:
    "M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8M3 12h1M12 3v1M20 12h1M12 20v1M5.6 5.6l.7.7M18.4 5.6l-.7.7M17.7 17.7l.7.7M6.3 17.7l-.7.7",
  people:
    "M9 7m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0M3 21v-2a4 4 0 0 1 4-4h4a4 4 0 0 1 4 4v2M16 3.1a4 4 0 0 1 0 7.8M21 21v-2a4 4 0 0 0-3-3.9",
  write: "M4 20h4l10.5-10.5a2.8 2.8 0 1 0-4-4l-10.5 10.5v4M13.5 6.5l4 4",
  send: "M10 14l11-11M21 3l-6.5 18a.55.55 0 0 1-1 0l-3.5-7l-7-3.5a.55.55 0 0 1 0-1l18-6.5",
  more: "M5 12m-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0M12 12m-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0M19 12m-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0",
  phone: "M6 5a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2h-8a2 2 0 0 1-2-2zM11 4h2M12 17v.01",
  check: "M5 12l5 5l10-10",
  wait: "M12 12m-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0M12 7v5l3 3",
  alert: "M12 12m-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0M12 8v4M12 16v.01",
  back: "M15 6l-6 6l6 6",
  next: "M9 6l6 6l-6 6",
  plus: "M12 5v14M5 12h14",
  remove: "M18 6l-12 12M6 6l12 12",
  camera:
    "M5 7h1a2 2 0 0 0 2-2a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1a2 2 0 0 0 2 2h1a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-14a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2M9 13a3 3 0 1 0 6 0a3 3 0 0 0-6 0",
  place: "M9 11a3 3 0 1 0 6 0a3 3 0 0 0-6 0M17.7 16.7l-4.3 4.2a2 2 0 0 1-2.8 0l-4.2-4.2a8 8 0 1 1 11.3 0",
  lock: "M5 13a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2h-10a2 2 0 0 1-2-2zM8 11v-4a4 4 0 1 1 8 0v4",
  refresh: "M20 11a8.1 8.1 0 0 0-15.5-2M4 5v4h4M4 13a8.1 8.1 0 0 0 15.5 2M20 19v-4h-4",
  file: "M14 3v4a1 1 0 0 0 1 1h4M17 21h-10a2 2 0 0 1-2-2v-14a2 2 0 0 1 2-2h7l5 5v11a2 2 0 0 1-2 2z",
  list: "M9 6h11M9 12h11M9 18h11M5 6v.01M5 12v.01M5 18v.01",
  plan: "M4 7a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-12a2 2 0 0 1-2-2zM16 3v4M8 3v4M4 11h16",
  returned: "M9 11l-4 4l4 4M5 15h11a4 4 0 0 0 0-8h-1",
  user: "M8 7a4 4 0 1 0 8 0a4 4 0 0 0-8 0M6 21v-2a4 4 0 0 1 4-4h4a4 4 0 0 1 4 4v2",
  dot: "M12 12m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0",
};
