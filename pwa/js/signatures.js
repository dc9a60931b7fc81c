/** The signatures that were given on this phone, beside what they were given for. */

import { h } from "./dom.js";
import { drawing } from "./drawing.js";
import { block } from "./parts.js";
import { stateMark } from "./states.js";
import { t } from "./words.js";

/** @param {{row: Object, body: Object}[]} seals @returns {HTMLElement|false} */
export function signatures(seals) {
  return (
    seals.length > 0 &&
    block(
      t("Tanda tangan"),
      seals.map(({ row, body }) =>
        h(
          "div.row-line",
          {},
          h("p.sub-head", {}, body.signer),
          body.strokes
            ? drawing(body.strokes, t("Tanda tangan {name}", { name: body.signer }))
            : h("p.muted", {}, t("Dengan kode lembar")),
          h("p", {}, stateMark(row)),
        ),
      ),
    )
  );
}
