/**
 * The provisional score of a filling, from what the server extracted of its instrument: points in whole parts, so adding is
 * exact. The server computes anew whatever is handed in; this only tells the writer where the answers lead.
 */

import { amountsOf, bandOf, exceeds, ratioOf } from "./ratios.js";

/**
 * @typedef {Object} Open a component that has no points yet, labelled in both languages; why: the amounts that are `missing`
 *   or that make a whole of zero or less (`nil`), as labels, or `why` nobody can score it
 */

/**
 * @param {Object} told the `score` of a `form:` document @param {Object} values answers by item key
 * @returns {{points: number, of: number, share: number, verdict: Object|null, open: Open[], odd: Object[][]}} `share` of the
 *   weight is answered; `verdict` is the category or the verdict in both languages, told only when it is sure; `odd` are
 *   pairs of amounts of which the first is more than the second, which it cannot be
 */
export function provisional(told, values) {
  const score = { ...NONE, ...told };
  const amount = amountsOf(score, values);
  const made = score.components.map((one) => scored(one, score, values, amount));
  const sum = (name) => made.reduce((total, one) => total + one[name], 0);
  const points = exact(sum("points"));
  const share = exact(sum("weight")) / (score.parts * score.of);
  return {
    points: points / score.parts,
    of: score.of,
    share,
    verdict: verdictOf(score, values, points, share),
    open: [...made.map((one) => one.open).filter(Boolean), ...score.unknown],
    odd: odd(score, amount),
  };
}

const NOTHING = { points: 0, weight: 0 };
/** What an instrument without ratios may leave out. */
const NONE = { amounts: {}, made: {}, bounds: [], unknown: [] };

function scored(one, score, values, amount) {
  if (one.formulas) return banded(one, score, values, amount);
  return one.within ? marked(one, values) : answered(one, values);
}

/** The points of the band that the ratio falls into. */
function banded(one, score, values, amount) {
  const { ratio, missing, nil } = ratioOf(one, score, values, amount);
  if (ratio) return { points: one.points[bandOf(ratio, one.lows)], weight: one.weight };
  const named = (names) => names && names.map((name) => score.amounts[name] || { id: name, en: name });
  return { ...NOTHING, open: { id: one.id, en: one.en, missing: named(missing), nil: named(nil) } };
}

/** Points by the number of yes; bands count only when every question is answered. */
function answered(one, values) {
  const given = one.keys.map((key) => values[key]).filter((answer) => answer === "ya" || answer === "tidak");
  if (!given.length || (one.complete && given.length < one.keys.length)) return NOTHING;
  const yes = given.filter((answer) => answer === "ya").length;
  return { points: one.points[yes], weight: (one.weight * given.length) / one.keys.length };
}

/** A mark between its ends counts as the share of the way between their points. */
function marked(one, values) {
  const mark = values[one.keys[0]];
  const [low, high] = one.within;
  if (typeof mark !== "number" || !(mark >= low && mark <= high)) return NOTHING;
  const [least, most] = one.points;
  return { points: least + ((most - least) * (mark - low)) / (high - low), weight: one.weight };
}

function verdictOf({ verdict, categories }, values, points, share) {
  if (verdict) {
    if (verdict.keys.some((key) => values[key] === "tidak")) return verdict.failed;
    return verdict.keys.every((key) => values[key] === "ya") ? verdict.passed : null;
  }
  return share === 1 ? categories.find((one) => holds(one, points)) || null : null;
}

function holds({ low, low_in: lowIn, high, high_in: highIn }, points) {
  const above = low === null || points > low || (lowIn && points === low);
  return above && (high === null || points < high || (highIn && points === high));
}

function odd({ bounds, amounts }, amount) {
  const both = bounds.filter(([part, whole]) => amount(part) && amount(whole));
  return both.filter(([part, whole]) => exceeds(amount(part), amount(whole))).map((pair) => pair.map((name) => amounts[name]));
}

/** Takes off what binary fractions add to a mark with decimals. */
function exact(number) {
  return Math.round(number * 1e6) / 1e6;
}
