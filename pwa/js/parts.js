/** Parts that several pages share: the head, a line of a list, an empty place, a button row, lists to choose from. */

import { h, icon } from "./dom.js";
import { t } from "./words.js";

/** @param {string} title @param {{lead?: any, back?: string}} [more] */
export function head(title, more = {}) {
  return [
    more.back !== undefined && h("a.back", { href: `#/${more.back}` }, icon("back"), t("Kembali")),
    h("h1", { tabindex: "-1" }, title),
    more.lead && h("p.muted", {}, more.lead),
  ];
}

/** One line that opens something. */
export function line(href, title, reason, mark) {
  return h(
    "li",
    {},
    h(
      "a.work",
      { href },
      h("span.work-words", {}, h("span.work-title", {}, title), reason && h("span.work-reason", {}, reason)),
      mark,
      icon("next"),
    ),
  );
}

/** One line that only tells. */
export function fact(title, reason, ...more) {
  return h(
    "li.work",
    {},
    h("span.work-words", {}, h("span.work-title", {}, title), reason && h("span.work-reason", {}, reason)),
    ...more,
  );
}

export function lines(rows) {
  return rows.length ? h("ul.work-list", {}, rows) : null;
}

/** Why it is empty, and what to do about it. */
export function empty(why, href, word) {
  return h("div.empty", {}, h("p", {}, why), href && h("a.btn", { href }, word));
}

export function block(title, ...children) {
  return h("section.section", {}, h("h2", {}, title), children);
}

/** Name and value pairs; those without a value are left out. */
export function facts(pairs) {
  const told = pairs.filter(([, value]) => value !== null && value !== undefined && value !== "");
  return told.length
    ? h(
        "dl.facts",
        {},
        told.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))),
      )
    : null;
}

/** A message that stays on the page. */
export function notice(tone, text, ...more) {
  return h(`div.message.message-${tone}`, { role: "status" }, h("p", {}, text), ...more);
}

/** Asks once more before something is done that cannot be undone on this phone. */
export function askTwice(word, sure, act) {
  const button = h(
    "button.btn-quiet",
    {
      type: "button",
      onclick: () => {
        if (button.dataset.asked) {
          act();
          return;
        }
        button.dataset.asked = "1";
        button.textContent = sure;
      },
    },
    word,
  );
  return button;
}
