/**
 * Draws a form from its description (sections, fields, conditions, ranges) and reads it back with all faults at once.
 * The visit, problems, plans and instruments all pass through here; a page may bring drawings of its own field types.
 */

import { h, freshId, icon, replace } from "./dom.js";
import { label, t } from "./words.js";

/**
 * @typedef {Object} Field
 * @property {string} key @property {string} type text long number money date time month choice several yes note, or one of `types`
 * @property {any} label @property {any} [help] @property {boolean} [required] @property {number} [min] @property {number} [max]
 * @property {{code: string, words: string, hint?: string, offered?: (values: Object) => boolean}[]} [choices] @property {{field: string, is: any[]}} [when]
 * @property {number} [longest]
 */

/**
 * @param {{sections: {title?: any, help?: any, fields: Field[]}[]}} spec
 * @param {Object} values what is filled in already
 * @param {{types?: Object, check?: (values: Object) => {text: string, field?: string}[], changed?: (values: Object) => void, done: string, send: (values: Object) => Promise<void>, more?: any}} how
 *   `check` finds what no field sees alone; a fault that names a field is told there
 * @returns {HTMLFormElement}
 */
export function drawForm(spec, values, how) {
  const kept = { ...values };
  const drawn = [];
  const faultsPlace = h("div");
  const checked = (key) => (how.check ? how.check(kept) : []).filter((fault) => fault.field === key);
  const update = () => {
    drawn.forEach((one) => one.show(kept));
    drawn.filter((one) => one.faulty()).forEach((one) => one.faults(kept, checked(one.key)));
    if (how.changed) how.changed(kept);
  };
  const put = (key, value) => {
    kept[key] = value;
    update();
  };
  const sections = spec.sections.map((section) =>
    h(
      "section.section",
      {},
      section.title && h("h2", {}, label(section.title)),
      section.help && h("p.muted", {}, label(section.help)),
      section.fields.map((field) => {
        const one = drawField(field, kept, put, how.types || {});
        drawn.push(one);
        return one.element;
      }),
    ),
  );
  const button = h("button.btn", { type: "submit" }, how.done);
  const form = h("form", { novalidate: true }, faultsPlace, sections, h("div.form-end", {}, button, how.more));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (button.disabled) return;
    const faults = [...drawn.flatMap((one) => one.faults(kept, checked(one.key))), ...checked()];
    showFaults(faultsPlace, faults);
    if (faults.length) return;
    button.disabled = true;
    try {
      await how.send(shown(drawn, kept));
    } finally {
      button.disabled = false;
    }
  });
  drawn.forEach((one) => one.show(kept));
  return form;
}

/** All faults in one list, each leading to its field; the list takes the focus. */
export function showFaults(place, faults) {
  replace(place);
  if (!faults.length) return;
  const box = h(
    "div.faults",
    { tabindex: "-1", role: "alert" },
    h("p.faults-head", {}, icon("alert"), t("Belum dapat disimpan. Perbaiki dahulu:")),
    h(
      "ul",
      {},
      faults.map((fault) =>
        h(
          "li",
          {},
          fault.id
            ? h(
                "a",
                {
                  href: `#${fault.id}`,
                  onclick: (event) => {
                    event.preventDefault();
                    goTo(fault.id);
                  },
                },
                fault.text,
              )
            : fault.text,
        ),
      ),
    ),
  );
  place.append(box);
  box.focus();
  box.scrollIntoView({ block: "start" });
}

function goTo(id) {
  const field = document.getElementById(id);
  if (!field) return;
  field.focus();
  field.scrollIntoView({ block: "center" });
}

/** Values of the fields that are shown; what a condition hides is not told. */
function shown(drawn, kept) {
  return Object.fromEntries(drawn.filter((one) => one.key && one.visible(kept)).map((one) => [one.key, one.told(kept)]));
}

function isOffered(choice, now) {
  return !choice.offered || choice.offered(now);
}

function drawField(field, kept, put, types) {
  const id = freshId(field.key.replace(/\W/g, "-"));
  const faultPlace = h("p.fault", { id: `${id}-f`, hidden: true });
  const help = label(field.help);
  const about = { "aria-describedby": `${help ? `${id}-h ` : ""}${id}-f`, "aria-required": field.required ? "true" : null };
  const draw = types[field.type] || TYPES[field.type] || TYPES.text;
  const made = draw({ ...field, id, about }, kept[field.key], (value) => put(field.key, value), kept);
  const words = [
    label(field.label),
    !field.required && field.type !== "note" ? h("span.optional", {}, ` (${t("boleh kosong")})`) : null,
  ];
  const head = made.group ? h("legend", {}, words) : h("label", { for: id }, words);
  const element = h(
    made.group ? "fieldset.field" : field.type === "note" ? "div" : "div.field",
    made.group ? { ...about, id, tabindex: "-1", "aria-required": null } : {},
    field.type !== "note" && head,
    help && h("p.help", { id: `${id}-h` }, help),
    made.element,
    faultPlace,
  );
  const choices = field.choices || [];
  const asked = (now) => !field.when || [].concat(now[field.when.field]).some((value) => field.when.is.includes(value));
  const visible = (now) => asked(now) && (!choices.length || choices.some((one) => isOffered(one, now)));
  const faults = (now, also) => {
    const texts = visible(now) ? [...faultsOf(field, now[field.key], made), ...also] : [];
    faultPlace.hidden = !texts.length;
    faultPlace.textContent = texts.map((one) => one.text).join(" ");
    if (made.input) made.input.setAttribute("aria-invalid", texts.length ? "true" : "false");
    return texts.map((one) => ({ id: one.id || id, text: `${label(field.label).replace(/[^?]$/, "$&:")} ${one.text}` }));
  };
  return {
    key: field.type === "note" ? "" : field.key,
    element,
    visible,
    /** What is filled in; a choice that is no longer offered is not told. */
    told: (now) => (choices.some((one) => one.code === now[field.key] && !isOffered(one, now)) ? null : now[field.key]),
    faults,
    faulty: () => !faultPlace.hidden,
    show: (now) => {
      element.hidden = !visible(now);
      choices.forEach((one, at) => {
        if (made.options) made.options[at].hidden = !isOffered(one, now);
      });
    },
  };
}

function faultsOf(field, value, made) {
  if (made.faults) {
    const own = made.faults();
    if (own.length) return own;
  }
  if (isEmpty(value)) return field.required ? [{ text: t("Perlu diisi.") }] : [];
  if (["number", "money"].includes(field.type)) {
    if (typeof value !== "number" || Number.isNaN(value)) return [{ text: t("Tulis sebagai angka.") }];
    if (field.min !== undefined && value < field.min) return [{ text: t("Paling sedikit {least}.", { least: field.min }) }];
    if (field.max !== undefined && value > field.max) return [{ text: t("Paling banyak {most}.", { most: field.max }) }];
  }
  if (["date", "time"].includes(field.type)) {
    if (field.max && value > field.max) return [{ text: t("Belum terjadi.") }];
    if (field.min && value < field.min) return [{ text: t("Terlalu awal.") }];
  }
  if (field.longest && value.length > field.longest)
    return [
      { text: t("Terlalu panjang: {length} huruf, paling banyak {most}.", { length: value.length, most: field.longest }) },
    ];
  return [];
}

export function isEmpty(value) {
  return (
    value === undefined ||
    value === null ||
    (typeof value === "string" && !value.trim()) ||
    (Array.isArray(value) && !value.length)
  );
}

function typed(kind, more = {}) {
  return (field, value, put) => {
    const input = h("input", {
      id: field.id,
      type: kind,
      value: value === undefined || value === null ? "" : value,
      oninput: () => put(input.value),
      ...field.about,
      ...more,
    });
    return { element: input, input };
  };
}

function numbered(more = {}) {
  return (field, value, put) => {
    const read = () => put(numberOf(input.value));
    const input = h("input", {
      id: field.id,
      type: "text",
      inputmode: "decimal",
      autocomplete: "off",
      value: value === undefined || value === null ? "" : String(value),
      oninput: read,
      ...field.about,
      ...more,
    });
    return { element: input, input };
  };
}

/** "1.250.000" and "Rp 1250000" → 1250000; "2,5" → 2.5; empty → null; anything else → NaN */
export function numberOf(text) {
  const bare = text.replace(/^\s*rp/i, "").replace(/\s/g, "");
  if (!bare) return null;
  const plain = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare) ? bare.replace(/\./g, "") : bare;
  return /^-?\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(",", ".")) : NaN;
}

function choose(field, value, put) {
  const options = field.choices || [];
  if (options.length > 7) {
    const rows = options.map((one) => h("option", { value: one.code, selected: one.code === value }, one.words));
    const input = h(
      "select",
      { id: field.id, onchange: () => put(input.value), ...field.about },
      h("option", { value: "" }, t("Pilih…")),
      rows,
    );
    input.value = value || "";
    return { element: input, input, options: rows };
  }
  const rows = options.map((one) => tick("radio", field, one, one.code === value, () => put(one.code)));
  return { group: true, element: h("div.choices", {}, rows), options: rows };
}

function chooseSeveral(field, value, put) {
  const chosen = new Set(value || []);
  const flip = (code) => (on) => {
    if (on) chosen.add(code);
    else chosen.delete(code);
    put([...chosen]);
  };
  return {
    group: true,
    element: h(
      "div.choices",
      {},
      (field.choices || []).map((one) => tick("checkbox", field, one, chosen.has(one.code), flip(one.code))),
    ),
  };
}

export function tick(kind, field, one, on, put) {
  const input = h("input", { type: kind, name: field.id, value: one.code, onchange: () => put(input.checked) });
  input.checked = on;
  return h("label.choice", {}, input, h("span", {}, one.words, one.hint ? h("small", {}, one.hint) : null));
}

const TYPES = {
  text: typed("text"),
  date: typed("date"),
  time: typed("time"),
  month: typed("month"),
  number: numbered(),
  money: numbered(),
  long: (field, value, put) => {
    const input = h("textarea", { id: field.id, rows: 3, value: value || "", oninput: () => put(input.value), ...field.about });
    return { element: input, input };
  },
  choice: choose,
  several: chooseSeveral,
  yes: (field, value, put) =>
    choose(
      {
        ...field,
        choices: [
          { code: "ya", words: t("Ya") },
          { code: "tidak", words: t("Tidak") },
        ],
      },
      value,
      put,
    ),
  note: (field) => ({ element: h("p", {}, label(field.label)) }),
};
