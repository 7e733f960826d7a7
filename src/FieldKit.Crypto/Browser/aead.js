// AES-256-GCM with a random nonce: nonce 12, ciphertext, tag 16.

import { join } from "./bytes.js";
import { Refusal } from "./refusal.js";

const nonceBytes = 12;
const tagBytes = 16;
const usages = ["encrypt", "decrypt"];

/** A key that cannot be exported. */
export const importAesKey = (raw) => crypto.subtle.importKey("raw", raw, "AES-GCM", false, usages);

/** A key that cannot be exported and is kept in the browser as it is. */
export const generateAesKey = () => crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, usages);

export async function encrypt(key, plaintext, additionalData) {
  const iv = crypto.getRandomValues(new Uint8Array(nonceBytes));
  return join([iv, new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, key, plaintext))]);
}

export async function decrypt(key, bytes, additionalData) {
  if (bytes.length < nonceBytes + tagBytes) throw new Refusal("seal-broken");
  const iv = bytes.subarray(0, nonceBytes);
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData }, key, bytes.subarray(nonceBytes)));
  } catch (error) {
    if (error.name === "OperationError") throw new Refusal("seal-broken");
    throw error;
  }
}
