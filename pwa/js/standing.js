/** Where the answers of an assessment lead so far, above its form: the provisional score, and what cannot be computed yet. */

import { h, replace } from "./dom.js";
import { provisional } from "./score.js";
import { label, t } from "./words.js";

/** @returns {{element: HTMLElement, tell: (values: Object) => void}} `tell` says anew what the values come to */
export function standing(score) {
  const said = h("p", { role: "status" });
  const count = h("summary");
  const list = h("ul.problems");
  const help = h("p.help", { hidden: !score }, t("Sementara, dihitung ulang di server."));
  const left = h("details", { hidden: true }, count, list);
  const tell = (values) => {
    const made = provisional(score, values);
    said.textContent = made.odd.length ? oddText(made) : scoreText(made);
    help.hidden = made.odd.length > 0;
    left.hidden = !made.open.length;
    count.textContent = t("Belum dapat dihitung: {n} bagian", { n: made.open.length });
    replace(
      list,
      made.open.map((one) => h("li", {}, h("strong", {}, `${label(one)}: `), whyText(one))),
    );
  };
  if (!score) said.textContent = t("Skor sementara belum dapat dihitung di HP: server menghitungnya sesudah isian terkirim.");
  return { element: h("div.message.message-draft", {}, said, help, left), tell: score ? tell : () => {} };
}

/** Whoever decides, decides by the server's score. */
function scoreText({ points, of, share, verdict }) {
  return [
    t("Skor sementara {points} dari {of}", { points: written(points), of: written(of) }),
    verdict ? label(verdict) : t("{percent}% bobot terisi", { percent: Math.floor(share * 100) }),
  ].join(" · ");
}

/** The server refuses such amounts, so there is no score of them. */
function oddText({ odd }) {
  const pairs = odd.map(([part, whole]) => t("{part} tidak mungkin melebihi {whole}", { part: label(part), whole: label(whole) }));
  return t("Belum dapat dihitung: {why}.", { why: pairs.join("; ") });
}

function whyText({ missing, nil, why }) {
  const named = (names) => names.map(label).join(", ");
  if (missing) return t("isi {names}", { names: named(missing) });
  return nil ? t("{names} nol atau kurang", { names: named(nil) }) : label(why);
}

function written(value) {
  return String(Math.round(value * 100) / 100).replace(".", ",");
}
