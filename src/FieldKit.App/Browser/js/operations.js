// What device.js offers, as the worker does it. Its header says what each gives.

import { decrypt as aesDecrypt, encrypt as aesEncrypt } from "../../../FieldKit.Crypto/Browser/aead.js";
import { split, take, utf8 } from "../../../FieldKit.Crypto/Browser/bytes.js";
import { open, seal } from "../../../FieldKit.Crypto/Browser/hpke.js";
import { verify as verifySignature } from "../../../FieldKit.Crypto/Browser/points.js";
import { expect } from "../../../FieldKit.Crypto/Browser/passphrase.js";
import { answer, Refusal } from "../../../FieldKit.Crypto/Browser/refusal.js";
import { addFingerprint, publicKey, tierKey, unlock, vault } from "./keys.js";
import { commitRecords, listRecords, packed, readRecords } from "./records.js";
import { tries } from "./tries.js";

export { countRecords as storeCount, readRecord as storeRead } from "./records.js";
export { listOpened, readAllOpened, readOpened } from "./opened-records.js";
export { format as storeFormat } from "./database.js";
export { passphraseDecrypt, passphraseEncrypt } from "./passphrase-cipher.js";
export { lockGive, lockTake } from "./turn.js";
export { create as keysCreate, exist as keysExist, lock as keysLock, wipe as keysWipe } from "./keys.js";

export { fingerprint as keysFingerprint, removeFingerprint as keysRemoveFingerprint, unlockByFingerprint as keysUnlockByFingerprint } from "./keys.js";

export const keysAddFingerprint = (pin, rule, ...made) => addFingerprint(pin, JSON.parse(rule), ...made);
export const keysUnlock = (pin, rule) => unlock(pin, JSON.parse(rule));

export function keysTries(rule) {
  // Asked when a PIN is about to be typed.
  expect();
  return tries(JSON.parse(rule));
}

export const storeList = async (store) => packed(await listRecords(store));

export const storeReadAll = async (store, idsJson) => packed(await readRecords(store, JSON.parse(idsJson)));

function changesOf(changesJson, bytes) {
  const changes = JSON.parse(changesJson);
  const parts = split(take(bytes), changes.map((change) => change.length ?? null));
  return changes.map((change, index) => ({ ...change, bytes: parts[index] }));
}

export const storeCommit = (changesJson, bytes) => commitRecords(changesOf(changesJson, bytes));

export async function encryptAndCommit(changesJson, bytes) {
  const changes = changesOf(changesJson, bytes);
  try {
    // Before the commit begins: a key that is made for the first time is written in a transaction of its own, which the
    // browser holds up until this one ends, while this one would wait for the key.
    const keys = await keysFor(changes);
    return await commitRecords(changes.map((change) => encrypted(change, keys.get(change.tier))));
  } catch (error) {
    if (error instanceof Refusal) return error.word;
    throw error;
  }
}

async function keysFor(changes) {
  const tiers = [...new Set(changes.filter(needsKey).map(({ tier }) => tier))];
  return new Map(await Promise.all(tiers.map(async (tier) => [tier, await tierKey(tier)])));
}

const needsKey = ({ bytes, tier }) => bytes && tier;

const encrypted = (change, key) => (key && change.bytes ? { ...change, bytes: aesEncrypt(key, change.bytes, utf8(change.aad)) } : change);

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
