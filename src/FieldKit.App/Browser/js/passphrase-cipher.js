// Bytes under a passphrase, for a file that leaves the device (IPassphraseCipher in FieldKit.Device).

import { decrypt, encrypt, importAesKey } from "../../../FieldKit.Crypto/Browser/aead.js";
import { take } from "../../../FieldKit.Crypto/Browser/bytes.js";
import { argon2id, pbkdf2 } from "../../../FieldKit.Crypto/Browser/passphrase.js";
import { answer } from "../../../FieldKit.Crypto/Browser/refusal.js";

async function keyOf(passphrase, kdf, iterations, memoryKiB, parallelism, salt) {
  const stretched = kdf === "argon2id"
    ? await argon2id(passphrase, salt, { iterations, memoryKiB, parallelism })
    : await pbkdf2(passphrase, salt, iterations);
  try {
    return await importAesKey(stretched);
  } finally {
    stretched.fill(0);
  }
}

const under = (work) => (passphrase, kdf, iterations, memoryKiB, parallelism, salt, bytes, aad) => {
  const [grains, body, header] = [salt, bytes, aad].map(take);
  return answer(async () => ({ bytes: await work(await keyOf(passphrase, kdf, iterations, memoryKiB, parallelism, grains), body, header) }));
};

export const passphraseEncrypt = under(encrypt);
export const passphraseDecrypt = under(decrypt);
