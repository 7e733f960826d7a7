// Files that a person saves and picks.

import { take } from "../../../FieldKit.Crypto/Browser/bytes.js";

/** Hands the bytes to the browser as a download. */
export function fileSave(name, bytes) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([take(bytes)], { type: "application/octet-stream" }));
  link.download = name;
  link.click();
  // Some browsers still read it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The person picks a file: {name, bytes}, bytes null when it is larger than mostBytes; null when they pick none. */
export function filePick(mostBytes) {
  const input = Object.assign(document.createElement("input"), { type: "file" });
  return new Promise((picked, failed) => {
    input.addEventListener("cancel", () => picked(null));
    input.addEventListener("change", () => read(input.files[0], mostBytes).then(picked, failed));
    input.click();
  });
}

const read = async (file, mostBytes) =>
  file ? { name: file.name, bytes: file.size > mostBytes ? null : new Uint8Array(await file.arrayBuffer()) } : null;
