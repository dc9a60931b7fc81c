/**
 * Ratios as the server makes them: from amounts typed or made of others, as whole numbers over whole numbers, so that the
 * end of a band is met exactly. What is missing is named, never taken as zero.
 */

/** @typedef {{over: bigint, under: bigint}} Exact `under` is more than zero */

const HUNDRED = BigInt(100);
const NOTHING = { over: BigInt(0), under: BigInt(1) };

/** @param {Object} score of a form @param {Object} values by item key @returns {(name: string) => Exact|null} */
export function amountsOf(score, values) {
  const known = new Map();
  const amount = (name) => {
    if (known.has(name)) return known.get(name);
    known.set(name, null); // an amount that is made of itself stays unknown
    known.set(name, typed(score, values, name) || made(score.made[name], amount));
    return known.get(name);
  };
  return amount;
}

/**
 * The ratio of a component: by the first of its formulas whose amounts are all known, or as somebody gave it.
 * @returns {{ratio?: Exact, missing?: string[], nil?: string[]}} else the amounts that are `missing`, or those that make up a
 *   whole that is zero or less
 */
export function ratioOf(one, score, values, amount) {
  const gaps = one.formulas.map((formula) => namesIn(formula).filter((name) => !amount(name)));
  const ready = one.formulas[gaps.findIndex((gap) => !gap.length)];
  if (ready) return divided(ready, amount);
  const given = exact(values[one.key]);
  return given ? { ratio: given } : { missing: wanted(shortest(gaps) || [], score, amount) };
}

/** @param {Exact} ratio @param {{at: [number, number], in: boolean}[]} lows where the second band begins, the third … @returns {number} */
export function bandOf(ratio, lows) {
  const begun = (low) => {
    const far = ratio.over * BigInt(low.at[1]) - ratio.under * BigInt(low.at[0]);
    return far > 0 || (low.in && far === BigInt(0));
  };
  const first = lows.findIndex((low) => !begun(low));
  return first < 0 ? lows.length : first;
}

/** @returns {boolean} whether one exact number is more than another */
export function exceeds(one, other) {
  return one.over * other.under > other.over * one.under;
}

/** A number as it was written, with all its decimals; null for what is none. */
function exact(value) {
  if (typeof value !== "number" || !Number.isFinite(value) || /e/.test(String(value))) return null;
  const [whole, part = ""] = String(value).split(".");
  return { over: BigInt(whole + part), under: BigInt(10) ** BigInt(part.length) };
}

/** Below zero only where the amount may be. */
function typed(score, values, name) {
  const found = exact(values[`inputs.${name}`]);
  return found && found.over < 0 && !(score.amounts[name] || {}).signed ? null : found;
}

/** The first way to make it whose parts are all known; each is taken in percent. */
function made(ways, amount) {
  const way = (ways || []).find((one) => Object.keys(one).every(amount));
  if (!way) return null;
  const { over, under } = sumOf(way, amount);
  return { over, under: under * HUNDRED };
}

function divided(formula, amount) {
  let ratio = NOTHING;
  for (const { part, whole } of formula) {
    const below = sumOf(whole, amount);
    if (!(below.over > 0)) return { nil: Object.keys(whole) };
    const above = sumOf(part, amount);
    ratio = plus(ratio, { over: above.over * below.under, under: above.under * below.over });
  }
  return { ratio };
}

function sumOf(times, amount) {
  return Object.entries(times).reduce((sum, [name, often]) => {
    const { over, under } = amount(name);
    return plus(sum, { over: over * BigInt(often), under });
  }, NOTHING);
}

function plus(one, other) {
  return { over: one.over * other.under + other.over * one.under, under: one.under * other.under };
}

function namesIn(formula) {
  return [...new Set(formula.flatMap(({ part, whole }) => [...Object.keys(part), ...Object.keys(whole)]))];
}

/** What to fill in for unknown amounts: their own names, or the rest of the parts where some of them are told. */
function wanted(names, score, amount) {
  const rest = (name) => {
    const begun = (score.made[name] || [])
      .map((way) => Object.keys(way))
      .filter((parts) => parts.some(amount))
      .map((parts) => parts.filter((part) => !amount(part)));
    return shortest(begun) || [name];
  };
  return [...new Set(names.flatMap(rest))];
}

function shortest(lists) {
  return lists.slice().sort((one, other) => one.length - other.length)[0];
}
