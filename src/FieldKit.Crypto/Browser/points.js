// Public keys as they travel: a P-256 point, uncompressed, 65 bytes. The importer refuses a point off the curve.

import { Refusal } from "./refusal.js";

const pointBytes = 65;
const uncompressed = 4;

export async function importPoint(publicKey, algorithm, usages) {
  // Importers differ on compressed points: only one form is ours.
  if (publicKey.length !== pointBytes || publicKey[0] !== uncompressed) throw new Refusal("key-invalid");
  try {
    return await crypto.subtle.importKey("raw", publicKey, { name: algorithm, namedCurve: "P-256" }, true, usages);
  } catch {
    throw new Refusal("key-invalid");
  }
}

export async function verify(publicKey, statement, signature) {
  try {
    const key = await importPoint(publicKey, "ECDSA", ["verify"]);
    return await crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, signature, statement);
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
