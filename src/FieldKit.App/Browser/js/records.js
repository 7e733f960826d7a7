// Records by [store, id]: a version and bytes. A commit is one transaction; a version that moved undoes all of it.

import { join } from "../../../FieldKit.Crypto/Browser/bytes.js";
import { read, write } from "./database.js";

export async function readRecord(store, id) {
  return (await read("records", (records) => records.get([store, id]))) ?? null;
}

// Arrays sort after every string: the upper bound takes in all ids.
const all = (store) => IDBKeyRange.bound([store], [store, []]);

export const countRecords = (store) => read("records", (records) => records.count(all(store)));

/** By id, in IndexedDB's order of strings: UTF-16 code units, which is .NET's ordinal order. */
export async function listRecords(store) {
  const range = all(store);
  const [keys, values] = await read("records", (records) => Promise.all([records.getAllKeys(range), records.getAll(range)]));
  const parts = keys.map(([, id], index) => ({ id, version: values[index].version, length: values[index].bytes.length }));
  return { parts: JSON.stringify(parts), bytes: join(values.map((value) => value.bytes)) };
}

/** changes: {store, id, expectedVersion, bytes | null}. */
export async function commitRecords(changes) {
  try {
    const done = await write("records", async (records) => {
      for (const { store, id, expectedVersion, bytes } of changes) {
        const key = [store, id];
        const version = (await records.get(key))?.version ?? 0;
        if (version !== expectedVersion) return false;
        await (bytes ? records.put({ version: version + 1, bytes }, key) : records.delete(key));
      }
      return true;
    });
    return done ? "done" : "stale";
  } catch (error) {
    if (error?.name === "QuotaExceededError") return "full";
    throw error;
  }
}
