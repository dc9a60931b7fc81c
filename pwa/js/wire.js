/**
 * Speaks with the server. An answer without our header is not the server's (a captive portal, a proxy) and counts as no
 * signal; 401 and 403 mean "sign in again"; nothing is ever taken for success by its status alone.
 */

const ROOT = "/sync/v1/";
const HEADER = "X-SiDamping-Sync";

/** Why a call came to nothing: "no-signal" | "sign-in" | "busy" | "refused". */
export class Unanswered extends Error {
  constructor(why, status = 0, problems = []) {
    super(why);
    this.why = why;
    this.status = status;
    this.problems = problems;
  }
}

/**
 * @param {string} path below /sync/v1/
 * @param {{method?: string, json?: Object, content?: ArrayBuffer, type?: string, csrf?: string, device?: string, record?: string, patience?: number}} [how]
 * @returns {Promise<Object>} the answer of a 2xx; everything else throws Unanswered
 */
export async function call(path, how = {}) {
  const answer = await fetched(path, how);
  if (answer.headers.get(HEADER) === null) throw new Unanswered("no-signal", answer.status);
  if (answer.status === 401 || answer.status === 403) throw new Unanswered("sign-in", answer.status);
  if (answer.status === 429 || answer.status >= 500) throw new Unanswered("busy", answer.status);
  const said = await answer.json().catch(() => {
    throw new Unanswered("no-signal", answer.status);
  });
  if (!answer.ok) throw new Unanswered("refused", answer.status, said.problems || []);
  return said;
}

async function fetched(path, how) {
  const stop = new AbortController();
  const alarm = setTimeout(() => stop.abort(), how.patience || 45000);
  const headers = { Accept: "application/json" };
  if (how.csrf) headers["X-CSRFToken"] = how.csrf;
  if (how.device) headers["X-Device"] = how.device;
  if (how.record) headers["X-Record"] = how.record;
  if (how.json) headers["Content-Type"] = "application/json";
  if (how.type) headers["Content-Type"] = how.type;
  const body = how.json ? JSON.stringify(how.json) : how.content;
  try {
    return await fetch(ROOT + path, {
      method: how.method || "GET",
      headers,
      body,
      signal: stop.signal,
      cache: "no-store",
      credentials: "same-origin",
      redirect: "manual",
    });
  } catch (fault) {
    throw new Unanswered("no-signal");
  } finally {
    clearTimeout(alarm);
  }
}
