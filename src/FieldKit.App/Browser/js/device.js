// What the field app asks of the browser: a record store in IndexedDB, and the device's keys in WebCrypto.
// One awaited call is one whole operation. Nothing here decides; C# does. A worker does the work (operations.js), so that
// drawing never holds up a save, and a save never holds up typing; the keys are not on the page at all.
//
// For [JSImport(name, "device")] in C#:
// - Bytes in: `[JSMarshalAs<JSType.Array<JSType.Number>>] byte[]` (.NET hands over a fresh Uint8Array: one copy,
//   nothing to dispose, safe across awaits).
// - Bytes out: `[return: JSMarshalAs<JSType.Promise<JSType.Object>>] Task<JSObject>`; then, synchronously,
//   `result.GetPropertyAsByteArray("bytes")`, and Dispose.
// - `result.GetPropertyAsString("refusal")` is null when all went well, and otherwise one of
//   "seal-broken" | "vault-locked" | "no-keys" | "key-invalid". With a refusal there are no bytes.
// - Versions are numbers (up to 2^53): `[JSMarshalAs<JSType.Number>] long`, GetPropertyAsDouble.
// - tier: "device" | "vault".
//
// store
//   storeRead(store, id)                    -> Promise<{version, bytes} | null>           Task<JSObject?>
//   storeList(store)                        -> Promise<{parts, bytes}>                    Task<JSObject>
//        parts: JSON [{"id","version","length"}], by id ordinal; bytes: all records' bytes, one after the other
//   storeCount(store)                       -> Promise<number>
//   storeReadAll(store, idsJson)            -> Promise<{parts, bytes}>: those of these ids that exist, in their order
//   readOpened(tier, store, id)             -> Promise<{version, bytes, refusal} | null>: read and decrypted in one call
//   listOpened(tier, store)                 -> Promise<{parts, bytes, refusal}>: as storeList, decrypted; without what does not open
//   readAllOpened(tier, store, idsJson)     -> Promise<{parts, bytes, refusal}>: as storeReadAll, decrypted; without what does not open
//   storeCommit(changesJson, bytes)         -> Promise<"done" | "stale" | "full">         Task<string>
//        changesJson: [{"store","id","expectedVersion","length"}], length null = delete; expectedVersion 0 = must not exist;
//        bytes: all changes' bytes, one after the other. One transaction, durability "strict".
//        "stale": a version was another, nothing changed. "full": no room, nothing changed.
//   storeFormat()                           -> Promise<"known" | "newer">: "newer": a newer version of the app wrote it; every
//                                              other call on the store fails then, and nothing is changed
//   encryptAndCommit(changesJson, bytes)    -> Promise<"done" | "stale" | "full" | "vault-locked">   Task<string>
//        as storeCommit, each change with "tier" ("device" | "vault" | null = as it is) and "aad" (a string, bound as UTF-8)
// keys
//   keysExist()                             -> Promise<boolean>
//   keysCreate(pin)                         -> Promise<boolean>: false when there are keys already (they stay); opens the vault,
//                                              and asks the browser not to evict this site's data
//   keysUnlock(pin, rule)                   -> Promise<"open" | "wrong" | "too-soon" | "none" | "locked">: counted before it is tried
//        rule: JSON {"now","waits","wipeAfter"}: the time and the waits after 0, 1, 2 … wrong tries in milliseconds, and which
//        wrong try is the last: it destroys the keys
//   keysTries(rule)                         -> Promise<{count, wait, erased}>: wait in milliseconds; works while locked
//   fingerprintState()                      -> Promise<"impossible" | "off" | "on">
//   fingerprintOn(pin, rule, name)          -> Promise<"on" | "wrong" | "too-soon" | "none" | "left" | "impossible">: a try as keysUnlock;
//        name: what the device's own list of passkeys calls it; "left": the person turned away
//   fingerprintOff()                        -> Promise<boolean>
//   fingerprintUnlock()                     -> Promise<"open" | "wrong" | "none" | "locked" | "left">
//   keysLock()                              -> void; every later call finds the vault shut
//   keysPublicKey()                         -> Promise<{bytes, refusal}>: 65 bytes; works while locked; "no-keys"
//   keysWipe()                              -> Promise<void>: the vault can never be opened again; the tier "device" stays
//   encrypt(tier, plaintext, aad)           -> Promise<{bytes, refusal}>: nonce 12, ciphertext, tag 16
//   decrypt(tier, bytes, aad)               -> Promise<{bytes, refusal}>
//   sealEnvelope(readerPublicKey, info, aad, plaintext)  -> Promise<{bytes, refusal}>     info is a string
//   openMessage(senderPublicKey, info, aad, sealed)      -> Promise<{bytes, refusal}>
//   verify(publicKey, statement, signature)              -> Promise<boolean>: false for an invalid key too
//   passphraseEncrypt(passphrase, kdf, iterations, memoryKiB, parallelism, salt, plaintext, aad) -> Promise<{bytes, refusal}>
//   passphraseDecrypt(passphrase, kdf, iterations, memoryKiB, parallelism, salt, bytes, aad)     -> Promise<{bytes, refusal}>
//        kdf: "argon2id" | "pbkdf2-sha512"
// turns
//   lockTake(name)                          -> Promise<boolean>: false when another tab has it; never waits
//   lockGive(name)                          -> void
// screen
//   wakeKeep()                              -> Promise<boolean>: false when the screen may go out
//   wakeLet()                               -> void, synchronous
//   share(title, text)                      -> Promise<"shared" | "left" | "copied" | "failed">
// files
//   fileSave(name, bytes)                   -> void, synchronous
//   filePick(mostBytes)                     -> Promise<{name, bytes} | null>: bytes null when it is larger
// installation
//   storageRoom()                           -> Promise<{usage, quota} | null>
//   storageState()                          -> Promise<"kept" | "loose" | "unknown">
//   storageAsk()                            -> Promise<boolean>
//   installWay()                            -> "installed" | "ask" | "apple" | "mac" | "firefox" | "menu" | "none", synchronous
//   installAsk()                            -> Promise<boolean>: the browser's own question was answered with yes
//   installWatch(changed)                   -> void
// releases
//   release()                               -> Promise<string>: "" where it is not known
//   releaseWatch(ready, taken)              -> Promise<void>
//   releaseLook()                           -> Promise<void>
//   releaseTake()                           -> Promise<boolean>: false when none waits
// other tabs
//   tabsWatch(heard)                        -> void; heard gets a word
//   tabsTell(word)                          -> void

import "./never-frozen.js";
import { askFingerprint, fingerprintCan, isTurnedAway, makeFingerprint } from "./fingerprint.js";

const worker = new Worker(new URL("./device-worker.js", import.meta.url), { type: "module" });
const waiting = new Map();
let lastCall = 0;

// The screen and the share sheet belong to the page, not to the worker.
export { filePick, fileSave } from "./files.js";
export { share } from "./share.js";
export { installAsk, installWatch, installWay } from "./install.js";
export { releaseLook, releaseTake, releaseWatch } from "./release.js";
export { release, storageAsk, storageRoom, storageState } from "./storage.js";
export { tabsTell, tabsWatch } from "./tabs.js";
export { wakeKeep, wakeLet } from "./wake.js";

let answered = false;
let broken = null;

worker.onmessage = ({ data: { call, result, fault } }) => {
  answered = true;
  const asked = waiting.get(call);
  waiting.delete(call);
  if (fault) asked?.failed(new Error(fault));
  else asked?.done(result);
};

// Whoever waits learns that it will not come. A worker that never started is told to all who ask later, too.
worker.onerror = (event) => {
  const stopped = new Error(event.message || "The device's worker did not start.");
  if (!answered) broken = stopped;
  for (const { failed } of waiting.values()) failed(stopped);
  waiting.clear();
};

// Messages arrive in the order in which they are sent, so a lock holds for every call after it.
const ask = (name) => (...args) =>
  new Promise((done, failed) => {
    if (broken) throw broken;
    waiting.set(++lastCall, { done, failed });
    worker.postMessage({ call: lastCall, name, args });
  });
const tell = (name) => (...args) => void ask(name)(...args).catch(() => {});

export const storeRead = ask("storeRead");
export const storeReadAll = ask("storeReadAll");
export const storeList = ask("storeList");
export const storeCount = ask("storeCount");
export const storeCommit = ask("storeCommit");
export const readOpened = ask("readOpened");
export const readAllOpened = ask("readAllOpened");
export const listOpened = ask("listOpened");
export const encryptAndCommit = ask("encryptAndCommit");
export const storeFormat = ask("storeFormat");
export const passphraseEncrypt = ask("passphraseEncrypt");
export const passphraseDecrypt = ask("passphraseDecrypt");
export const keysExist = ask("keysExist");
export const keysUnlock = ask("keysUnlock");
export const keysTries = ask("keysTries");
export const keysLock = tell("keysLock");
export const keysPublicKey = ask("keysPublicKey");
export const keysWipe = ask("keysWipe");
export const encrypt = ask("encrypt");
export const decrypt = ask("decrypt");
export const sealEnvelope = ask("sealEnvelope");
export const openMessage = ask("openMessage");
export const verify = ask("verify");
export const lockTake = ask("lockTake");
export const lockGive = tell("lockGive");

const addFingerprint = ask("keysAddFingerprint");
const keptFingerprint = ask("keysFingerprint");
const unlockByFingerprint = ask("keysUnlockByFingerprint");

export const fingerprintOff = ask("keysRemoveFingerprint");

export async function fingerprintState() {
  const [can, kept] = await Promise.all([fingerprintCan(), keptFingerprint()]);
  return kept ? "on" : can ? "off" : "impossible";
}

const unlessLeft = async (work) => {
  try {
    return await work();
  } catch (error) {
    if (isTurnedAway(error)) return "left";
    throw error;
  }
};

export const fingerprintOn = (pin, rule, name) => unlessLeft(async () => {
  const made = await makeFingerprint(name);
  return made ? addFingerprint(pin, rule, made.credential, made.input, made.secret) : "impossible";
});

export const fingerprintUnlock = () => unlessLeft(async () => {
  const kept = await keptFingerprint();
  const secret = kept && (await askFingerprint(kept));
  return secret ? unlockByFingerprint(secret) : "none";
});

const makeKeys = ask("keysCreate");

export async function keysCreate(pin) {
  const first = await makeKeys(pin);
  // From now on there is something to lose. Only a page may ask for this, and it is not awaited: a browser may ask the
  // person, and the answer changes nothing here.
  if (first) navigator.storage?.persist?.().catch(() => {});
  return first;
}
