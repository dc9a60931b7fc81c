/**
 * Starts the field app: can this browser keep data, who has the phone, which page is asked for. Pages are fetched when
 * they are opened; all of them are on the phone already.
 */

import { announce, h, icon, replace, saidBefore } from "./dom.js";
import { speak, t } from "./words.js";
import { enter, me, people, setting, welcome } from "./person.js";
import { askToKeep } from "./store.js";
import { listen } from "./news.js";
import { counts } from "./outbox.js";
import { syncState, watch } from "./sync.js";
import { syncMark } from "./states.js";
import { call } from "./wire.js";

/** First word of the address → page. */
const PAGES = {
  "": "today",
  dampingan: "mentees",
  catat: "visit",
  kiriman: "deliveries",
  lainnya: "more",
  kembali: "returned",
  titip: "handing",
  masalah: "problem",
  alternatif: "steps",
  pilihan: "steps",
  hasil: "steps",
  janji: "steps",
  tepati: "steps",
  rencana: "plan",
  isian: "rounds",
  angka: "asked",
  amatan: "asked",
  evaluasi: "asked",
  lembar: "worksheets",
  kas: "cash",
  laporan: "paper",
  segel: "signing",
};
/** Pages that show what the outbox and the documents hold, and are drawn anew when these change. */
const LIVE = ["", "kiriman", "dampingan", "kembali"];
/** The one of them that also tells how the sync stands. */
const TELLS_SYNC = "kiriman";

const main = document.getElementById("isi");
let drawing = 0;

start().catch((fault) => {
  apologise(t("Aplikasi tidak dapat dibuka"));
  throw fault;
});

/** Says what does not open, and the way around; what is kept on the phone stays there. */
function apologise(what) {
  replace(
    main,
    h("h1", {}, what),
    h("p", {}, t("Muat ulang halaman. Bila tetap begini, pakai halaman daring.")),
    h("a.btn", { href: "/" }, t("Halaman daring")),
  );
}

async function start() {
  const lack = await lacking();
  if (lack) {
    refuse(lack);
    return;
  }
  await speak((await setting("language")) || "id");
  registerWorker();
  addEventListener("hashchange", () => show(true));
  listen(heard);
  const last = await setting("last");
  if (last) await enter(last);
  if (me()) {
    begin();
    return;
  }
  await choose("");
  await meet(last === undefined);
}

/** What this browser cannot do; null when all is well. Asked by doing it, since private windows only fail then. */
async function lacking() {
  if (!window.isSecureContext || !crypto.subtle) return "secure";
  if (!("indexedDB" in window) || !("serviceWorker" in navigator)) return "old";
  try {
    await people();
  } catch (refused) {
    return "private";
  }
  return null;
}

function refuse(lack) {
  const why = {
    secure: t("Alamat ini tidak aman (bukan https), jadi HP tidak mau menyimpan data tanpa sinyal."),
    old: t("Peramban ini terlalu lama untuk bekerja tanpa sinyal. Perbarui Chrome."),
    private: t("Jendela pribadi (penyamaran) tidak menyimpan data, jadi catatan Anda akan hilang. Buka di jendela biasa."),
  };
  replace(
    main,
    h("h1", { tabindex: "-1" }, t("Aplikasi lapangan tidak dapat dipakai di sini")),
    h("p", {}, why[lack]),
    h("a.btn", { href: "/" }, t("Pakai halaman daring")),
  );
}

/** Asks the server who has signed in; a new person gets a part of this phone. On a phone that was handed over people choose. */
async function meet(first) {
  try {
    const hello = await call("hello", { patience: 15000 });
    const fresh = await welcome(hello.user);
    if (first && !me() && (await enter(hello.user.id))) begin();
    else if (fresh && !me()) await choose("");
  } catch (fault) {
    if (!fault.why) throw fault;
    if (first && !me()) await choose(fault.why);
  }
}

async function choose(why) {
  document.getElementById("kata").hidden = true;
  const { choosePerson } = await import("./pages/people.js");
  replace(main, await choosePerson(begin, why));
  document.getElementById("bawah").hidden = true;
}

/** The first page before anything else: the sync may wait a moment. */
async function begin() {
  document.getElementById("bawah").hidden = false;
  await show(false);
  bar();
  watch();
  askToKeep();
}

/** Draws the page of the address; a newer wish overtakes an older one. */
async function show(moved) {
  if (!me()) return;
  drawing += 1;
  const turn = drawing;
  const address = location.hash;
  const [path, asked] = address.replace(/^#\/?/, "").split("?");
  const [word, ...parts] = path.split("/").map(decodeURIComponent);
  const name = word === "dampingan" && parts[0] ? "mentee" : PAGES[word] || "today";
  let drawn;
  try {
    const { draw } = await import(`./pages/${name}.js`);
    drawn = await draw(me(), parts, new URLSearchParams(asked || ""), word);
  } catch (fault) {
    if (turn === drawing) apologise(t("Halaman ini tidak dapat dibuka"));
    throw fault;
  }
  if (turn !== drawing) return;
  replace(main, drawn);
  main.dataset.address = address;
  const heading = main.querySelector("h1");
  document.title = `${heading ? heading.textContent : ""} · SiDamping`;
  document.querySelectorAll("#bawah a").forEach((link) => {
    if (link.getAttribute("href") === `#/${word}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  });
  if (!moved) return;
  const said = document.getElementById("kata");
  said.textContent = saidBefore();
  said.hidden = !said.textContent;
  scrollTo(0, 0);
  if (heading) heading.focus({ preventScroll: true });
}

/** News of the sync or the outbox: the bar at once, the page when it only shows and nobody is writing in it. */
function heard(news) {
  if (!me()) return;
  bar();
  const word = location.hash.replace(/^#\/?/, "").split(/[/?]/)[0];
  const touched = news.what === "sync" ? word === TELLS_SYNC : news.what !== "person" && LIVE.includes(word);
  if (touched && !main.querySelector("form")) show(false);
}

async function bar() {
  const { text, tone, drawing } = syncMark(syncState().state, await counts(me()));
  const place = document.getElementById("sinkron");
  replace(place, icon(drawing), h("span", {}, text));
  place.hidden = !text;
  place.className = `sync sync-${tone}`;
  if (tone !== "busy") announce(text);
}

/** The worker keeps the shell; a new version waits until the person agrees or the app is closed. */
async function registerWorker() {
  const worker = await navigator.serviceWorker.register("/sw.js", { scope: "/lapangan/" });
  const offer = (waiting) => {
    const place = document.getElementById("baru");
    replace(
      place,
      h("p", {}, t("Versi baru siap.")),
      h("button.btn-quiet", { type: "button", onclick: () => waiting.postMessage("now") }, t("Muat ulang")),
    );
    place.hidden = false;
  };
  if (worker.waiting) offer(worker.waiting);
  if (worker.active) worker.active.postMessage("rest");
  worker.addEventListener("updatefound", () => {
    const fresh = worker.installing;
    fresh.addEventListener("statechange", () => {
      if (fresh.state === "installed" && navigator.serviceWorker.controller) offer(fresh);
    });
  });
  const controlled = Boolean(navigator.serviceWorker.controller);
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (controlled) location.reload();
  });
}
