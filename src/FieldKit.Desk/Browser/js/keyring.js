// A staff member's keyring: passphrase -> own key -> the epochs' keys. Nothing is stored.

import { decrypt, encrypt, importAesKey } from "../../../FieldKit.Crypto/Browser/aead.js";
import { fromBase64, utf8 } from "../../../FieldKit.Crypto/Browser/bytes.js";
import { generateKeyPair, importKeyPair, open, seal } from "../../../FieldKit.Crypto/Browser/hpke.js";
import { argon2id, pbkdf2 } from "../../../FieldKit.Crypto/Browser/passphrase.js";
import { Refusal } from "../../../FieldKit.Crypto/Browser/refusal.js";

/** @returns {Map<number, {pair, publicKey}>} by epoch. Refuses when the passphrase or any part of the keyring is wrong. */
export async function openKeyring(keyring, staff, municipality, passphrase) {
  const opened = await openEpochs(keyring, staff, municipality, passphrase, async (pkcs8, publicKey) => await keyPair(pkcs8, publicKey));
  return new Map(opened);
}

/** The epoch keys of a keyring, wrapped for another reader: nobody can make them who does not have the epoch key, which is their sender. */
export async function wrapAgain(keyring, staff, municipality, passphrase, reader) {
  const wrapped = await openEpochs(keyring, staff, municipality, passphrase, async (pkcs8, publicKey, header) => {
    try {
      return { publicKey, sealed: await seal(await importKeyPair(pkcs8, publicKey), reader, epochInfo, header, pkcs8) };
    } finally {
      pkcs8.fill(0);
    }
  });
  return wrapped.map(([epoch, { publicKey, sealed }]) => ({ epoch, publicKey: toBase64(publicKey), sealed: toBase64(sealed), byEpoch: true }));
}

/**
 * The key that comes after the present one: made here, vouched for by the present one, and wrapped for readers with itself as the sender.
 * @param {Uint8Array[]} readers public keys
 */
export async function turnOver(keyring, staff, municipality, passphrase, readers) {
  const held = await openEpochs(keyring, staff, municipality, passphrase, signingKey);
  const [present, { sign, publicKey: former }] = held.reduce((last, one) => (one[0] > last[0] ? one : last));
  const epoch = present + 1;
  const pair = await generateKeyPair();
  const publicKey = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey("pkcs8", pair.privateKey));
  try {
    const statement = utf8(`fieldkit-next-epoch-1\n${municipality}\n${epoch}\n${toBase64(former)}\n${toBase64(publicKey)}\n`);
    const [vouched, ...wraps] = await Promise.all([
      crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, sign, statement),
      ...readers.map((reader) => seal(pair, reader, epochInfo, epochHeader(municipality, epoch), pkcs8)),
    ]);
    return {
      epoch,
      publicKey: toBase64(publicKey),
      vouched: toBase64(new Uint8Array(vouched)),
      wraps: wraps.map((sealed) => ({ epoch, publicKey: toBase64(publicKey), sealed: toBase64(sealed), byEpoch: true })),
    };
  } finally {
    pkcs8.fill(0);
  }
}

/** A new key of one's own, wrapped under a passphrase; it leaves the browser only so. */
export async function makeOwnKey(staff, passphrase) {
  const pair = await generateKeyPair();
  const [publicKey, pkcs8] = await Promise.all([crypto.subtle.exportKey("raw", pair.publicKey), crypto.subtle.exportKey("pkcs8", pair.privateKey)]);
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const derived = await argon2id(passphrase, salt, { ...ownKeyCost, parallelism: 1 });
  const key = await importAesKey(derived);
  derived.fill(0);
  const bytes = new Uint8Array(pkcs8);
  const sealed = await encrypt(key, bytes, utf8(`fieldkit-staff-key-1\n${staff}\n`));
  bytes.fill(0);
  return { kdf: "argon2id", ...ownKeyCost, salt: toBase64(salt), sealed: toBase64(sealed), publicKey: toBase64(new Uint8Array(publicKey)) };
}

// A copy of the database is guessed at without end: more than a device's vault asks, for a desk has more memory.
const ownKeyCost = { iterations: 3, memoryKiB: 64 * 1024 };
const epochInfo = "fieldkit epoch v1";
const epochHeader = (municipality, epoch) => utf8(`fieldkit-epoch-1\n${municipality}\n${epoch}\n`);
const toBase64 = (bytes) => btoa(String.fromCharCode(...bytes));

async function openEpochs({ own, epochs }, staff, municipality, passphrase, use) {
  const ownPublicKey = fromBase64(own.publicKey);
  const ownPair = await openOwnKey(own, ownPublicKey, staff, passphrase);
  return await Promise.all(epochs.map(async ({ epoch, publicKey, sealed, byEpoch }) => {
    const epochPublicKey = fromBase64(publicKey);
    const header = epochHeader(municipality, epoch);
    const pkcs8 = await open(ownPair, byEpoch ? epochPublicKey : ownPublicKey, epochInfo, header, fromBase64(sealed));
    return [epoch, await use(pkcs8, epochPublicKey, header)];
  }));
}

/** To vouch with once; the key itself only agrees on keys. */
async function signingKey(pkcs8, publicKey) {
  try {
    return { publicKey, sign: await crypto.subtle.importKey("pkcs8", pkcs8, { name: "ECDSA", namedCurve: "P-256" }, false, ["sign"]) };
  } catch {
    throw new Refusal("seal-broken");
  } finally {
    pkcs8.fill(0);
  }
}

async function openOwnKey(own, publicKey, staff, passphrase) {
  const derived = await derive(own, passphrase);
  const key = await importAesKey(derived);
  derived.fill(0);
  const pkcs8 = await decrypt(key, fromBase64(own.sealed), utf8(`fieldkit-staff-key-1\n${staff}\n`));
  return (await keyPair(pkcs8, publicKey)).pair;
}

async function keyPair(pkcs8, publicKey) {
  try {
    return { pair: await importKeyPair(pkcs8, publicKey), publicKey };
  } catch {
    throw new Refusal("seal-broken");
  } finally {
    pkcs8.fill(0);
  }
}

// The server hands over these parameters: bounded, so that it cannot keep a browser busy for hours.
const limits = { iterations: 10_000_000, memoryKiB: 1024 * 1024 };

async function derive({ kdf, salt, iterations, memoryKiB }, passphrase) {
  if (iterations > limits.iterations || memoryKiB > limits.memoryKiB) throw new Refusal("seal-broken");
  if (kdf === "pbkdf2-sha512") return pbkdf2(passphrase, fromBase64(salt), iterations);
  if (kdf === "argon2id") return argon2id(passphrase, fromBase64(salt), { iterations, memoryKiB, parallelism: 1 });
  throw new Refusal("seal-broken");
}
