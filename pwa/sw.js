/**
 * Keeps the shell of the field app on the phone, each file checked by its hash, and gives it out without a network.
 * It touches nothing else: sign-in, sync and personal pages always go to the server.
 */

importScripts("/lapangan/precache.js"); // sets self.SHELL = {version, files, rest, later}, each {name: hash}

const ROOT = "/lapangan/";
const CACHE = `sidamping-lapangan-${self.SHELL.version}`;
let shelf = null;

self.addEventListener("install", (event) => {
  event.waitUntil(keepShell().then(keepRest));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names.filter((name) => name.startsWith("sidamping-lapangan-") && name !== CACHE).map((name) => caches.delete(name)),
        ),
      )
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("message", (event) => {
  if (event.data === "now") self.skipWaiting();
  if (event.data === "rest") event.waitUntil(keepRest());
});

self.addEventListener("fetch", (event) => {
  const name = shellName(event.request);
  if (name !== null) event.respondWith(fromShell(name));
});

/** A captive portal may answer anything: a file that is not what its hash says is not kept, and the install fails. */
async function keepShell() {
  const cache = await caches.open(CACHE);
  await Promise.all(Object.keys(self.SHELL.files).map((name) => keepFile(cache, name, self.SHELL.files[name])));
}

/** Pages that the app starts without: kept as soon as there is a signal, asked for again at every start. */
async function keepRest() {
  const cache = await caches.open(CACHE);
  const held = new Set((await cache.keys()).map((request) => new URL(request.url).pathname));
  const missing = Object.keys(self.SHELL.rest).filter((name) => !held.has(ROOT + name));
  await Promise.all(missing.map((name) => keepFile(cache, name, self.SHELL.rest[name]).catch(() => null)));
}

async function keepFile(cache, name, wanted) {
  const answer = await fetch(ROOT + name, { cache: "no-cache", credentials: "omit", redirect: "error" });
  const content = await answer.arrayBuffer();
  if (!answer.ok || (await hashOf(content)) !== wanted) throw new Error(`not ours: ${name}`);
  const headers = {};
  ["Content-Type", "Content-Security-Policy"].forEach((one) => {
    if (answer.headers.get(one)) headers[one] = answer.headers.get(one);
  });
  await cache.put(ROOT + name, new Response(content, { headers }));
}

/** The name of a file of the shell, "" for its page, null for everything else. */
function shellName(request) {
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin || !address.pathname.startsWith(ROOT)) return null;
  const name = address.pathname.slice(ROOT.length);
  return wanted(name) ? name : null;
}

/** The hash of a file of ours, however soon it is kept. */
function wanted(name) {
  const { files, rest, later } = self.SHELL;
  return files[name] || rest[name] || later[name];
}

async function fromShell(name) {
  if (!shelf) shelf = caches.open(CACHE);
  const cache = await shelf;
  const held = await cache.match(ROOT + name);
  if (held) return held;
  await keepFile(cache, name, wanted(name));
  return cache.match(ROOT + name);
}

async function hashOf(content) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .slice(0, 32);
}
