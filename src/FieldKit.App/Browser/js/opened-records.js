// Reading and opening in one call: a record's seal is bound to its store, id and version (ISealedStore in FieldKit.Device).

import { decrypt } from "../../../FieldKit.Crypto/Browser/aead.js";
import { utf8 } from "../../../FieldKit.Crypto/Browser/bytes.js";
import { answer, Refusal } from "../../../FieldKit.Crypto/Browser/refusal.js";
import { tierKey } from "./keys.js";
import { listRecords, packed, readRecord, readRecords } from "./records.js";

const header = (store, id, version) => utf8(`${store}\n${id}\n${version}`);

export async function readOpened(tier, store, id) {
  const record = await readRecord(store, id);
  if (!record) return null;
  const { version, bytes } = record;
  return answer(async () => ({ version, bytes: await decrypt(await tierKey(tier), bytes, header(store, id, version)) }));
}

export const readAllOpened = (tier, store, idsJson) => allOpened(tier, store, () => readRecords(store, JSON.parse(idsJson)));

export const listOpened = (tier, store) => allOpened(tier, store, () => listRecords(store));

// One damaged record does not take the others along.

const leaveOutBroken = (error) => {
  if (error instanceof Refusal && error.word === "seal-broken") return null;
  throw error;
};

const allOpened = (tier, store, readSealed) => answer(async () => {
  const [key, sealed] = await Promise.all([tierKey(tier), readSealed()]);
  const open = async (record) => ({ ...record, bytes: await decrypt(key, record.bytes, header(store, record.id, record.version)) });
  const opened = await Promise.all(sealed.map((record) => open(record).catch(leaveOutBroken)));
  return packed(opened.filter(Boolean));
});
