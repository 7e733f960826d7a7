// HPKE (RFC 9180) in auth mode: the same bytes as FieldKit.Crypto's Hpke makes natively.
// Sealed: encapsulated key 65, ciphertext, tag 16.

import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import { join, utf8 } from "./bytes.js";
import { importPoint } from "./points.js";
import { Refusal } from "./refusal.js";

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
const algorithm = { name: "ECDH", namedCurve: "P-256" };
const encapsulatedBytes = 65;
const overheadBytes = encapsulatedBytes + 16;

/** The private key can be exported once, to be wrapped: whoever does so clears the bytes. */
export const generateKeyPair = () => crypto.subtle.generateKey(algorithm, true, ["deriveBits"]);

/** A pair whose private key cannot be exported again. */
export async function importKeyPair(pkcs8, publicKey) {
  const [privateKey, publicPoint] = await Promise.all([
    crypto.subtle.importKey("pkcs8", pkcs8, algorithm, false, ["deriveBits"]),
    importPoint(publicKey, "ECDH", []),
  ]);
  return { privateKey, publicKey: publicPoint };
}

export async function seal(sender, readerPublicKey, info, aad, plaintext) {
  const recipientPublicKey = await importPoint(readerPublicKey, "ECDH", []);
  const { enc, ct } = await suite.seal({ recipientPublicKey, senderKey: sender, info: utf8(info) }, plaintext, aad);
  return join([new Uint8Array(enc), new Uint8Array(ct)]);
}

export async function open(reader, senderPublicKey, info, aad, sealed) {
  if (sealed.length < overheadBytes) throw new Refusal("seal-broken");
  try {
    const sender = await importPoint(senderPublicKey, "ECDH", []);
    const enc = sealed.slice(0, encapsulatedBytes);
    await importPoint(enc, "ECDH", []);
    const recipient = { recipientKey: reader, enc, senderPublicKey: sender, info: utf8(info) };
    return new Uint8Array(await suite.open(recipient, sealed.slice(encapsulatedBytes), aad));
  } catch {
    // Which of key, writer, header and bytes is wrong is deliberately not said.
    throw new Refusal("seal-broken");
  }
}
