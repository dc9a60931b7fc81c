/**
 * Names, hashes, clock evidence and the device's key pair. The private key is made here and can never be read out.
 */

const CURVE = { name: "ECDSA", namedCurve: "P-256" };
const SIGNING = { name: "ECDSA", hash: "SHA-256" };
const BOOT = uuid7();

/** @param {number} [now] @returns {string} a UUIDv7: sorts by time, made without asking anybody */
export function uuid7(now = Date.now()) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let time = Math.max(0, Math.floor(now));
  for (let place = 5; place >= 0; place -= 1) {
    bytes[place] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = hexOf(bytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** @param {string|ArrayBuffer|Uint8Array} content @returns {Promise<string>} lower-case hex */
export async function sha256(content) {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return hexOf(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

/** When a record was sealed: wall clock, counter since this start, its name, last server time seen. Evidence, not truth. */
export function evidence(serverSeen) {
  return { at: moment(), monotonic_ms: Math.round(performance.now()), boot: BOOT, server_seen: serverSeen || null };
}

/** @param {Date} [when] @returns {string} RFC 3339 with the phone's own offset */
export function moment(when = new Date()) {
  const two = (number) => String(number).padStart(2, "0");
  const offset = -when.getTimezoneOffset();
  const zone = `${offset < 0 ? "-" : "+"}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  return `${dayOf(when)}T${two(when.getHours())}:${two(when.getMinutes())}:${two(when.getSeconds())}${zone}`;
}

/** @param {Date} [when] @returns {string} the day where the phone is, YYYY-MM-DD */
export function dayOf(when = new Date()) {
  const two = (number) => String(number).padStart(2, "0");
  return `${String(when.getFullYear()).padStart(4, "0")}-${two(when.getMonth() + 1)}-${two(when.getDate())}`;
}

/** @returns {Promise<{id: string, label: string, keys: CryptoKeyPair}>} a new device; its private key cannot be exported */
export async function makeDevice() {
  return { id: uuid7(), label: phoneName(), keys: await crypto.subtle.generateKey(CURVE, false, ["sign", "verify"]) };
}

/** @param {{keys: CryptoKeyPair}} device @returns {Promise<JsonWebKey>} */
export async function publicKey(device) {
  const { kty, crv, x, y } = await crypto.subtle.exportKey("jwk", device.keys.publicKey);
  return { kty, crv, x, y };
}

/** @param {{keys: CryptoKeyPair}} device @param {string} text @returns {Promise<string>} base64url of r‖s */
export async function sign(device, text) {
  return base64url(await crypto.subtle.sign(SIGNING, device.keys.privateKey, new TextEncoder().encode(text)));
}

/** @param {ArrayBuffer|Uint8Array} content */
export function base64(content) {
  const bytes = new Uint8Array(content);
  let text = "";
  for (let from = 0; from < bytes.length; from += 8192) text += String.fromCharCode(...bytes.subarray(from, from + 8192));
  return btoa(text);
}

/** @param {string} text base64 @returns {Uint8Array} */
export function bytesOf(text) {
  return Uint8Array.from(atob(text), (sign_) => sign_.charCodeAt(0));
}

function base64url(content) {
  return base64(content).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function hexOf(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function phoneName() {
  const found = /\(([^)]*)\)/.exec(navigator.userAgent);
  const parts = found ? found[1].split(";").map((part) => part.trim()) : [];
  return (parts[parts.length - 1] || "HP").slice(0, 60);
}
