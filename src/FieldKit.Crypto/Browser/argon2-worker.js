// Argon2id blocks its thread (0.3 s on a slow phone): it runs here, one derivation per worker.

import { argon2id } from "hash-wasm";

// The least there is, for having it compiled when the real one comes.
void argon2id({ password: "-", salt: new Uint8Array(8), iterations: 1, parallelism: 1, memorySize: 8, hashLength: 4, outputType: "binary" });

self.onmessage = async ({ data: { password, salt, iterations, memoryKiB, parallelism, bytes } }) => {
  try {
    const derived = await argon2id({
      password, salt, iterations, parallelism, memorySize: memoryKiB, hashLength: bytes, outputType: "binary",
    });
    self.postMessage({ derived }, [derived.buffer]);
  } catch (error) {
    self.postMessage({ fault: String(error?.message ?? error) });
  } finally {
    password.fill(0);
  }
};
