/** Tells the pages of this tab and of other tabs that something changed: the outbox, the documents, the state of the sync. */

const hearers = new Set();
const channel = "BroadcastChannel" in self ? new BroadcastChannel("sidamping-kabar") : null;
if (channel) channel.onmessage = (event) => hearers.forEach((hear) => hear(event.data));

/** @param {(news: {what: string}) => void} hear @returns {() => void} stops hearing */
export function listen(hear) {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

/** @param {string} what "outbox" | "documents" | "sync" | "person" @param {Object} [more] */
export function tell(what, more = {}) {
  const news = { what, ...more };
  hearers.forEach((hear) => hear(news));
  if (channel) channel.postMessage(news);
}
