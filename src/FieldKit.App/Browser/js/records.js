// Records by [store, id]: a version and bytes. A commit is one transaction; a version that moved undoes all of it.

import { join } from "../../../FieldKit.Crypto/Browser/bytes.js";
import { read, write } from "./database.js";

export async function readRecord(store, id) {
  return (await read("records", (records) => records.get([store, id]))) ?? null;
}

/** Those that exist, in the order of the ids. */
export async function readRecords(store, ids) {
  const values = await read("records", (records) => Promise.all(ids.map((id) => records.get([store, id]))));
  return values.map((value, index) => value && { id: ids[index], ...value }).filter(Boolean);
}

// Arrays sort after every string: the upper bound takes in all ids.
const all = (store) => IDBKeyRange.bound([store], [store, []]);

export const countRecords = (store) => read("records", (records) => records.count(all(store)));

/** By id, in IndexedDB's order of strings: UTF-16 code units, which is .NET's ordinal order. */
export async function listRecords(store) {
  const range = all(store);
  const [keys, values] = await read("records", (records) => Promise.all([records.getAllKeys(range), records.getAll(range)]));
  return keys.map(([, id], index) => ({ id, ...values[index] }));
}

/** Records as they cross to C#: JSON [{"id","version","length"}], and all their bytes one after the other. */
export const packed = (records) => ({
  parts: JSON.stringify(records.map(({ id, version, bytes }) => ({ id, version, length: bytes.length }))),
  bytes: join(records.map((record) => record.bytes)),
});

/** changes: {store, id, expectedVersion, bytes | null}, each key once; bytes may be a promise of them. */
export async function commitRecords(changes) {
  let bodies = null;
  let failure = null;
  Promise.all(changes.map((change) => change.bytes)).then((all) => (bodies = all), (error) => (failure = error));
  try {
    const done = await write("records", async (records) => {
      const keys = changes.map(({ store, id }) => [store, id]);
      let current;
      // The versions are read while the bytes are being encrypted. A transaction ends by itself when nothing is asked
      // of it, so it is asked again until they are there.
      do current = await Promise.all(keys.map((key) => records.get(key)));
      while (!bodies && !failure);
      if (failure) throw failure;
      if (changes.some(({ expectedVersion }, index) => (current[index]?.version ?? 0) !== expectedVersion)) return false;
      // Not awaited: what fails here fails the transaction, whose end is awaited.
      changes.forEach(({ expectedVersion }, index) => {
        const bytes = bodies[index];
        (bytes ? records.put({ version: expectedVersion + 1, bytes }, keys[index]) : records.delete(keys[index])).catch(() => {});
      });
      return true;
    });
    return done ? "done" : "stale";
  } catch (error) {
    if (error?.name === "QuotaExceededError") return "full";
    throw error;
  }
}
