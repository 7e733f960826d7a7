// Reading and opening in one call: a record's seal is bound to its store, id and version (ISealedStore in FieldKit.Device).

import { decrypt } from "../../../FieldKit.Crypto/Browser/aead.js";
import { join, split, utf8 } from "../../../FieldKit.Crypto/Browser/bytes.js";
import { answer } from "../../../FieldKit.Crypto/Browser/refusal.js";
import { tierKey } from "./keys.js";
import { listRecords, readRecord } from "./records.js";

const header = (store, id, version) => utf8(`${store}\n${id}\n${version}`);

export async function readOpened(tier, store, id) {
  const record = await readRecord(store, id);
  if (!record) return null;
  const { version, bytes } = record;
  return answer(async () => ({ version, bytes: await decrypt(await tierKey(tier), bytes, header(store, id, version)) }));
}

export function listOpened(tier, store) {
  return answer(async () => {
    const list = await listRecords(store);
    const parts = JSON.parse(list.parts);
    const bodies = split(list.bytes, parts.map((part) => part.length));
    const key = await tierKey(tier);
    const texts = await Promise.all(parts.map(({ id, version }, index) => decrypt(key, bodies[index], header(store, id, version))));
    return { parts: JSON.stringify(parts.map((part, index) => ({ ...part, length: texts[index].length }))), bytes: join(texts) };
  });
}
