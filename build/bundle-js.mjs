// Bundles the browser modules for the field app and the desk. `npm run build` runs this;
// `node build/bundle-js.mjs <folder>` puts the same files elsewhere (tests).

import { build } from "esbuild";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const worker = "src/FieldKit.Crypto/Browser/argon2-worker.js";
const bundles = [
  { from: ["device.js", "device-worker.js", "map.js"].map((name) => `src/FieldKit.App/Browser/js/${name}`), into: "src/FieldKit.App/wwwroot/js" },
  { from: ["desk.js", "qr.js", "passkeys.js"].map((name) => `src/FieldKit.Desk/Browser/js/${name}`), into: "src/FieldKit.Desk/wwwroot/js" },
];

await Promise.all(bundles.map(({ from, into }) => build({
  absWorkingDir: root,
  entryPoints: [...from, worker],
  outdir: process.argv[2] ?? into,
  // Plain names, side by side: a module finds its worker beside it.
  entryNames: "[name]",
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022"],
  legalComments: "none",
  logLevel: "warning",
})));
