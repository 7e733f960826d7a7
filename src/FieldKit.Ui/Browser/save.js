// A file that a person keeps.

import { take } from "../../FieldKit.Crypto/Browser/bytes.js";

/** Hands the bytes to the browser as a download. */
export function fileSave(name, bytes) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([take(bytes)], { type: "application/octet-stream" }));
  link.download = name;
  link.click();
  // Some browsers still read it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
