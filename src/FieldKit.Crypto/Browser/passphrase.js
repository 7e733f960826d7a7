// 32 bytes from a passphrase or PIN. Unicode form C first, as FieldKit.Crypto's PassphraseKey:
// the same letters typed on another machine give the same key.

import { utf8 } from "./bytes.js";

const derivedBytes = 32;
const letters = (passphrase) => utf8(passphrase.normalize("NFC"));

/** Natively made keys: PBKDF2 with HMAC-SHA-512. */
export async function pbkdf2(passphrase, salt, iterations) {
  const password = letters(passphrase);
  try {
    const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
    return new Uint8Array(await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-512", salt, iterations }, key, derivedBytes * 8));
  } finally {
    password.fill(0);
  }
}

const start = () => new Worker(new URL("./argon2-worker.js", import.meta.url), { type: "module" });
let ready = null;

/** Somebody is about to type a passphrase: what derives from it starts meanwhile. */
export function expect() {
  if (ready) return;
  ready = start();
  // Did not start: the next one tells why.
  ready.onerror = () => (ready = null);
}

/** Argon2id in a worker of its own, whose memory goes away with it. */
export function argon2id(passphrase, salt, { iterations, memoryKiB, parallelism }) {
  const worker = ready ?? start();
  ready = null;
  const password = letters(passphrase);
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => (data.derived ? resolve(data.derived) : reject(new Error(data.fault)));
    worker.onerror = (event) => reject(new Error(event.message || "The Argon2 worker did not start."));
    worker.postMessage({ password, salt, iterations, memoryKiB, parallelism, bytes: derivedBytes }, [password.buffer]);
  }).finally(() => worker.terminate());
}
