// What the field app asks of the browser: a record store in IndexedDB, and the device's keys in WebCrypto.
// One awaited call is one whole operation. Nothing here decides; C# does.
//
// For [JSImport(name, "device")] in C#:
// - Bytes in: `[JSMarshalAs<JSType.Array<JSType.Number>>] byte[]` (.NET hands over a fresh Uint8Array: one copy,
//   nothing to dispose, safe across awaits). A MemoryView of an ArraySegment works too: it is copied before the
//   first await and disposed.
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
//   listOpened(tier, store)                 -> Promise<{parts, bytes, refusal}>: as storeList, decrypted
//   readAllOpened(tier, store, idsJson)     -> Promise<{parts, bytes, refusal}>: as storeReadAll, decrypted
//   storeCommit(changesJson, bytes)         -> Promise<"done" | "stale" | "full">         Task<string>
//        changesJson: [{"store","id","expectedVersion","length"}], length null = delete; expectedVersion 0 = must not exist;
//        bytes: all changes' bytes, one after the other. One transaction, durability "strict".
//        "stale": a version was another, nothing changed. "full": no room, nothing changed.
//   encryptAndCommit(changesJson, bytes)    -> Promise<"done" | "stale" | "full" | "vault-locked">   Task<string>
//        as storeCommit, each change with "tier" ("device" | "vault" | null = as it is) and "aad" (a string, bound as UTF-8)
// keys
//   keysExist()                             -> Promise<boolean>
//   keysCreate(pin)                         -> Promise<boolean>: false when there are keys already (they stay); opens the vault,
//                                              and asks the browser not to evict this site's data
//   keysUnlock(pin)                         -> Promise<boolean>: false for a wrong pin or no keys
//   keysLock()                              -> void, synchronous
//   keysPublicKey()                         -> Promise<{bytes, refusal}>: 65 bytes; works while locked; "no-keys"
//   keysWipe()                              -> Promise<void>: the vault can never be opened again; the tier "device" stays
//   encrypt(tier, plaintext, aad)           -> Promise<{bytes, refusal}>: nonce 12, ciphertext, tag 16
//   decrypt(tier, bytes, aad)               -> Promise<{bytes, refusal}>
//   sealEnvelope(readerPublicKey, info, aad, plaintext)  -> Promise<{bytes, refusal}>     info is a string
//   openMessage(senderPublicKey, info, aad, sealed)      -> Promise<{bytes, refusal}>
//   verify(publicKey, statement, signature)              -> Promise<boolean>: false for an invalid key too
// turns
//   lockTake(name)                          -> Promise<boolean>: false when another tab has it; never waits
//   lockGive(name)                          -> void, synchronous

import { decrypt as aesDecrypt, encrypt as aesEncrypt } from "../../../FieldKit.Crypto/Browser/aead.js";
import { split, take, utf8 } from "../../../FieldKit.Crypto/Browser/bytes.js";
import { open, seal } from "../../../FieldKit.Crypto/Browser/hpke.js";
import { verify as verifySignature } from "../../../FieldKit.Crypto/Browser/points.js";
import { answer, Refusal } from "../../../FieldKit.Crypto/Browser/refusal.js";
import { publicKey, tierKey, vault } from "./keys.js";
import { commitRecords, listRecords, packed, readRecords } from "./records.js";

export { countRecords as storeCount, readRecord as storeRead } from "./records.js";
export { listOpened, readAllOpened, readOpened } from "./opened-records.js";
export { lockGive, lockTake } from "./turn.js";
export { create as keysCreate, exist as keysExist, lock as keysLock, unlock as keysUnlock, wipe as keysWipe } from "./keys.js";

export const storeList = async (store) => packed(await listRecords(store));

export const storeReadAll = async (store, idsJson) => packed(await readRecords(store, JSON.parse(idsJson)));

// Every function takes its bytes before its first await: a MemoryView does not outlive it.

function changesOf(changesJson, bytes) {
  const changes = JSON.parse(changesJson);
  const parts = split(take(bytes), changes.map((change) => change.length ?? null));
  return changes.map((change, index) => ({ ...change, bytes: parts[index] }));
}

export const storeCommit = (changesJson, bytes) => commitRecords(changesOf(changesJson, bytes));

export async function encryptAndCommit(changesJson, bytes) {
  const changes = changesOf(changesJson, bytes);
  try {
    return await commitRecords(changes.map(encrypted));
  } catch (error) {
    if (error instanceof Refusal) return error.word;
    throw error;
  }
}

const encrypted = (change) =>
  change.bytes && change.tier
    ? { ...change, bytes: tierKey(change.tier).then((key) => aesEncrypt(key, change.bytes, utf8(change.aad))) }
    : change;

export const keysPublicKey = () => answer(async () => ({ bytes: await publicKey() }));

export function encrypt(tier, plaintext, aad) {
  const [text, header] = [take(plaintext), take(aad)];
  return answer(async () => ({ bytes: await aesEncrypt(await tierKey(tier), text, header) }));
}

export function decrypt(tier, bytes, aad) {
  const [body, header] = [take(bytes), take(aad)];
  return answer(async () => ({ bytes: await aesDecrypt(await tierKey(tier), body, header) }));
}

export function sealEnvelope(readerPublicKey, info, aad, plaintext) {
  const [reader, header, text] = [readerPublicKey, aad, plaintext].map(take);
  return answer(async () => ({ bytes: await seal(vault().pair, reader, info, header, text) }));
}

export function openMessage(senderPublicKey, info, aad, sealed) {
  const [sender, header, body] = [senderPublicKey, aad, sealed].map(take);
  return answer(async () => ({ bytes: await open(vault().pair, sender, info, header, body) }));
}

export const verify = (publicKey, statement, signature) => verifySignature(...[publicKey, statement, signature].map(take));
