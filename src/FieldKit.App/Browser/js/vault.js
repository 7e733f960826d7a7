// The vault's data key, wrapped. The wrapping key needs the PIN (through Argon2id) and a secret of this browser:
// an HMAC key that scripts cannot export, so that what a script could read out cannot be guessed elsewhere.
// Against a copy of the whole profile only the stretching stands: the browser keeps that key in its files (threat model).

import { decrypt, encrypt, importAesKey } from "../../../FieldKit.Crypto/Browser/aead.js";
import { join, utf8 } from "../../../FieldKit.Crypto/Browser/bytes.js";
import { generateKeyPair, importKeyPair } from "../../../FieldKit.Crypto/Browser/hpke.js";
import { argon2id } from "../../../FieldKit.Crypto/Browser/passphrase.js";

// As much as stays well under a second at 4x CPU slowdown (decision 0012). Kept beside the wrapped key: what was wrapped with
// less is wrapped anew when it opens.
const stretching = { kdf: "argon2id", memoryKiB: 46 * 1024, iterations: 2, parallelism: 1 };
const work = ({ memoryKiB, iterations }) => memoryKiB * iterations;
const privateKeyHeader = utf8("fieldkit-device-key-1\n");
const random = (length) => crypto.getRandomValues(new Uint8Array(length));

/** @returns {{stored, opened}}: what goes to the disk, and what is held while unlocked. */
export async function makeVault(pin) {
  const binding = await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const raw = random(32);
  const pair = await generateKeyPair();
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey("pkcs8", pair.privateKey));
  try {
    const publicKey = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
    const dataKey = await importAesKey(raw);
    const stored = {
      binding,
      ...(await wrap(raw, pin, binding)),
      publicKey,
      privateKey: await encrypt(dataKey, pkcs8, privateKeyHeader),
    };
    return { stored, opened: { dataKey, pair: await importKeyPair(pkcs8, publicKey) } };
  } finally {
    raw.fill(0);
    pkcs8.fill(0);
  }
}

/** The raw data key, for the caller to wipe. Refuses "seal-broken" for a wrong pin: AES-GCM is what tells. */
export async function unwrap(pin, stored) {
  const wrappingKey = await deriveWrappingKey(pin, stored.binding, stored.salt, stored);
  return decrypt(wrappingKey, stored.wrapped, vaultHeader(stored));
}

/** What is held while unlocked. */
export async function openVault(raw, stored) {
  const dataKey = await importAesKey(raw);
  const pkcs8 = await decrypt(dataKey, stored.privateKey, privateKeyHeader);
  try {
    return { dataKey, pair: await importKeyPair(pkcs8, stored.publicKey) };
  } finally {
    pkcs8.fill(0);
  }
}

/** The same keys wrapped as is usual now, or null when they were wrapped with no less. */
export const rewrapped = async (raw, pin, stored) =>
  work(stored) < work(stretching) ? { ...stored, ...(await wrap(raw, pin, stored.binding)) } : null;

/** A second wrapping, under a secret of 32 random bytes: it needs no stretching. */
export async function wrapUnder(secret, raw, binding) {
  const salt = random(16);
  return { salt, wrapped: await encrypt(await bindKey(secret, binding, salt, fingerprint), raw, fingerprintHeader) };
}

export const unwrapUnder = async (secret, { salt, wrapped }, binding) =>
  decrypt(await bindKey(secret, binding, salt, fingerprint), wrapped, fingerprintHeader);

async function wrap(raw, pin, binding) {
  const salt = random(16);
  const wrappingKey = await deriveWrappingKey(pin, binding, salt, stretching);
  return { ...stretching, salt, wrapped: await encrypt(wrappingKey, raw, vaultHeader(stretching)) };
}

const vaultHeader = ({ kdf, memoryKiB, iterations, parallelism }) =>
  utf8(`fieldkit-vault-1\n${kdf}\n${memoryKiB}\n${iterations}\n${parallelism}\n`);

const pinBinding = { binding: "fieldkit-pin-binding-1\n", info: "fieldkit vault v1" };
const fingerprint = { binding: "fieldkit-fingerprint-binding-1\n", info: "fieldkit vault by fingerprint v1" };
const fingerprintHeader = utf8("fieldkit-vault-by-fingerprint-1\n");

async function deriveWrappingKey(pin, binding, salt, parameters) {
  const stretched = await argon2id(pin, salt, parameters);
  try {
    return await bindKey(stretched, binding, salt, pinBinding);
  } finally {
    stretched.fill(0);
  }
}

/** The wrapping key, from 32 secret bytes and the secret of this browser. */
async function bindKey(secret, binding, salt, labels) {
  const labelled = join([utf8(labels.binding), secret]);
  const bound = new Uint8Array(await crypto.subtle.sign("HMAC", binding, labelled));
  const material = join([secret, bound]);
  try {
    const base = await crypto.subtle.importKey("raw", material, "HKDF", false, ["deriveKey"]);
    return await crypto.subtle.deriveKey(
      { name: "HKDF", hash: "SHA-256", salt, info: utf8(labels.info) },
      base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  } finally {
    for (const part of [labelled, bound, material]) part.fill(0);
  }
}
