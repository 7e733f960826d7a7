// Opens a staff member's keyring: passphrase -> own key -> the epochs' keys. Nothing is stored.

import { decrypt, importAesKey } from "../../../FieldKit.Crypto/Browser/aead.js";
import { fromBase64, utf8 } from "../../../FieldKit.Crypto/Browser/bytes.js";
import { importKeyPair, open } from "../../../FieldKit.Crypto/Browser/hpke.js";
import { argon2id, pbkdf2 } from "../../../FieldKit.Crypto/Browser/passphrase.js";
import { Refusal } from "../../../FieldKit.Crypto/Browser/refusal.js";

/** @returns {Map<number, {pair, publicKey}>} by epoch. Refuses when the passphrase or any part of the keyring is wrong. */
export async function openKeyring({ own, epochs }, staff, municipality, passphrase) {
  const ownPublicKey = fromBase64(own.publicKey);
  const ownPair = await openOwnKey(own, ownPublicKey, staff, passphrase);
  const opened = await Promise.all(epochs.map(async ({ epoch, publicKey, sealed }) => {
    const header = utf8(`fieldkit-epoch-1\n${municipality}\n${epoch}\n`);
    const pkcs8 = await open(ownPair, ownPublicKey, "fieldkit epoch v1", header, fromBase64(sealed));
    return [epoch, await keyPair(pkcs8, fromBase64(publicKey))];
  }));
  return new Map(opened);
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
