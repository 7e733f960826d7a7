// Runs the browser's modules under Node, which has the same WebCrypto. Reads a list of calls on stdin, as JSON:
// [{ "call": name, "args": [...] }]; writes the list of results. Bytes are { "base64": text } both ways.
// Arguments: the folder with the bundles.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { Worker as Thread } from "node:worker_threads";

const folder = pathToFileURL(`${process.argv[2]}/`);

// A browser's Worker on Node's threads: as much of it as the bundle uses.
globalThis.Worker = class {
  constructor(url) {
    const start = `globalThis.self = globalThis; const { parentPort } = require("node:worker_threads");
      self.postMessage = (data, moved) => parentPort.postMessage(data, moved);
      import(${JSON.stringify(url.href)}).then(() => parentPort.on("message", (data) => self.onmessage({ data })));`;
    this.thread = new Thread(start, { eval: true });
    this.thread.on("message", (data) => this.onmessage({ data }));
    this.thread.on("error", (error) => this.onerror(error));
  }
  postMessage(data, moved) { this.thread.postMessage(data, moved); }
  terminate() { this.thread.terminate(); }
};

const hash = await import("hash-wasm");
const hpke = await import("../../../src/FieldKit.Crypto/Browser/hpke.js");
const calls = {
  ...(await import(new URL("desk.js", folder))),
  ...(await import("../../../src/FieldKit.Crypto/Browser/points.js")),
  ...(await import("../../../src/FieldKit.Crypto/Browser/passphrase.js")),
  // Beside the source lies no bundled worker: the hash itself, as the worker calls it.
  argon2id: (password, salt, iterations, memorySize) =>
    hash.argon2id({ password, salt, iterations, memorySize, parallelism: 1, hashLength: 32, outputType: "binary" }),
  seal: async (pkcs8, publicKey, ...rest) => hpke.seal(await hpke.importKeyPair(pkcs8, publicKey), ...rest),
  open: async (pkcs8, publicKey, ...rest) => hpke.open(await hpke.importKeyPair(pkcs8, publicKey), ...rest),
};

const results = [];
for (const { call, args } of JSON.parse(readFileSync(0, "utf8"))) {
  results.push(await calls[call](...args.map(fromJson)).catch((error) => ({ thrown: error.word ?? String(error) })));
}
process.stdout.write(JSON.stringify(results.map(toJson)));
process.exit();

function fromJson(value) {
  return value?.base64 === undefined ? value : new Uint8Array(Buffer.from(value.base64, "base64"));
}

function toJson(value) {
  if (value instanceof Uint8Array) return { base64: Buffer.from(value).toString("base64") };
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, toJson(member)]));
}
