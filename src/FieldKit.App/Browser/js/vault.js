// The vault's data key, wrapped. The wrapping key needs the PIN (through Argon2id) and a secret of this browser:
// an HMAC key that scripts cannot export, so that what a script could read out cannot be guessed elsewhere.
// Against a copy of the whole profile only the stretching stands: the browser keeps that key in its files (threat model).

import { decrypt, encrypt, importAesKey } from "../../../FieldKit.Crypto/Browser/aead.js";
import { join, utf8 } from "../../../FieldKit.Crypto/Browser/bytes.js";
import { generateKeyPair, importKeyPair } from "../../../FieldKit.Crypto/Browser/hpke.js";
import { argon2id } from "../../../FieldKit.Crypto/Browser/passphrase.js";

// OWASP's Argon2id minimum of 2023; 0.3 s at 4x CPU slowdown. Kept beside the wrapped key so that it can rise later.
const stretching = { kdf: "argon2id", memoryKiB: 19 * 1024, iterations: 2, parallelism: 1 };
const privateKeyHeader = utf8("fieldkit-device-key-1\n");
const random = (length) => crypto.getRandomValues(new Uint8Array(length));

/** @returns {{stored, opened}}: what goes to the disk, and what is held while unlocked. */
export async function makeVault(pin) {
  const binding = await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const salt = random(16);
  const wrappingKey = await deriveWrappingKey(pin, binding, salt, stretching);

  const raw = random(32);
  const pair = await generateKeyPair();
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey("pkcs8", pair.privateKey));
  try {
    const publicKey = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
    const dataKey = await importAesKey(raw);
    const stored = {
      binding,
      ...stretching,
      salt,
      wrapped: await encrypt(wrappingKey, raw, vaultHeader(stretching)),
      publicKey,
      privateKey: await encrypt(dataKey, pkcs8, privateKeyHeader),
    };
    return { stored, opened: { dataKey, pair: await importKeyPair(pkcs8, publicKey) } };
  } finally {
    raw.fill(0);
    pkcs8.fill(0);
  }
}

/** Refuses "seal-broken" for a wrong pin: AES-GCM is what tells. */
export async function openVault(pin, stored) {
  const wrappingKey = await deriveWrappingKey(pin, stored.binding, stored.salt, stored);
  const raw = await decrypt(wrappingKey, stored.wrapped, vaultHeader(stored));
  const dataKey = await importAesKey(raw);
  raw.fill(0);
  const pkcs8 = await decrypt(dataKey, stored.privateKey, privateKeyHeader);
  try {
    return { dataKey, pair: await importKeyPair(pkcs8, stored.publicKey) };
  } finally {
    pkcs8.fill(0);
  }
}

const vaultHeader = ({ kdf, memoryKiB, iterations, parallelism }) =>
  utf8(`fieldkit-vault-1\n${kdf}\n${memoryKiB}\n${iterations}\n${parallelism}\n`);

async function deriveWrappingKey(pin, binding, salt, parameters) {
  const stretched = await argon2id(pin, salt, parameters);
  const labelled = join([utf8("fieldkit-pin-binding-1\n"), stretched]);
  const bound = new Uint8Array(await crypto.subtle.sign("HMAC", binding, labelled));
  const material = join([stretched, bound]);
  try {
    const base = await crypto.subtle.importKey("raw", material, "HKDF", false, ["deriveKey"]);
    return await crypto.subtle.deriveKey(
      { name: "HKDF", hash: "SHA-256", salt, info: utf8("fieldkit vault v1") },
      base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  } finally {
    for (const secret of [stretched, labelled, bound, material]) secret.fill(0);
  }
}
