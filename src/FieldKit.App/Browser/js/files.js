// Files that a person saves and picks.

export { fileSave } from "../../../FieldKit.Ui/Browser/save.js";

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
