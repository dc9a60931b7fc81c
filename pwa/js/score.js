/**
 * The provisional score of a filling, from what the server extracted of its instrument: points in whole parts, so adding is
 * exact. The server computes anew whatever is handed in; this only tells the writer where the answers lead.
 */

/**
 * @param {Object} score of a `form:` document @param {Object} values answers by item key
 * @returns {{points: number, of: number, share: number, verdict: Object|null}} `share` of the weight is answered;
 *   `verdict` is the category or the verdict in both languages, told only when it is sure
 */
export function provisional(score, values) {
  const told = score.components.map((one) => (one.within ? marked(one, values) : answered(one, values)));
  const sum = (name) => told.reduce((total, one) => total + one[name], 0);
  const points = exact(sum("points"));
  const share = exact(sum("weight")) / (score.parts * score.of);
  return { points: points / score.parts, of: score.of, share, verdict: verdictOf(score, values, points, share) };
}

const NOTHING = { points: 0, weight: 0 };

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

/** Takes off what binary fractions add to a mark with decimals. */
function exact(number) {
  return Math.round(number * 1e6) / 1e6;
}
