// Runs in Chromium: device.js on the real IndexedDB, WebCrypto and Worker. Reports one line per check.

import * as device from "./device.js";

const utf8 = (text) => new TextEncoder().encode(text);
const text = (bytes) => new TextDecoder().decode(bytes);
const failures = [];
let checks = 0;

function same(what, actual, expected) {
  checks++;
  const [a, e] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== e) failures.push(`${what}: expected ${e}, was ${a}`);
}

const rule = (now = 0) => JSON.stringify({ now, waits: [0, 0, 0, 30_000], wipeAfter: 10 });

const change = (id, expectedVersion, bytes, more = {}) =>
  ({ json: { store: "drafts", id, expectedVersion, length: bytes?.length ?? null, ...more }, bytes: bytes ?? new Uint8Array() });

function packed(changes) {
  const whole = new Uint8Array(changes.reduce((sum, { bytes }) => sum + bytes.length, 0));
  changes.reduce((offset, { bytes }) => (whole.set(bytes, offset), offset + bytes.length), 0);
  return [JSON.stringify(changes.map(({ json }) => json)), whole];
}

const commit = (...changes) => device.storeCommit(...packed(changes));
const encryptAndCommit = (...changes) => device.encryptAndCommit(...packed(changes));

async function records() {
  same("an absent record", await device.storeRead("drafts", "none"), null);
  same("a new record", await commit(change("b", 0, utf8("one"))), "done");
  same("a second", await commit(change("a", 0, utf8("two")), change("b", 1, utf8("three"))), "done");
  const read = await device.storeRead("drafts", "b");
  same("its version", [read.version, text(read.bytes)], [2, "three"]);
  same("a moved version", await commit(change("c", 0, utf8("x")), change("b", 1, utf8("y"))), "stale");
  same("nothing of a stale commit", await device.storeRead("drafts", "c"), null);
  same("an existing record made again", await commit(change("a", 0, utf8("z"))), "stale");
  const list = await device.storeList("drafts");
  same("a list by id", [list.parts, text(list.bytes)], ['[{"id":"a","version":1,"length":3},{"id":"b","version":2,"length":5}]', "twothree"]);
  same("another store's list", (await device.storeList("draft")).parts, "[]");
  same("a deletion", await commit(change("a", 1, null), change("b", 2, null)), "done");
  same("an emptied store", (await device.storeList("drafts")).parts, "[]");
}

async function firstStart() {
  await records();
  same("no keys", [await device.keysExist(), await device.keysUnlock("1234", rule()), (await device.keysPublicKey()).refusal], [false, "none", "no-keys"]);
  same("the vault without keys", (await device.encrypt("vault", utf8("x"), utf8("h"))).refusal, "vault-locked");
  const early = await device.encrypt("device", utf8("token"), utf8("pins"));
  same("the device tier without a pin", text((await device.decrypt("device", early.bytes, utf8("pins"))).bytes), "token");

  same("keys made", [await device.keysCreate("1234"), await device.keysExist(), await device.keysCreate("9999")], [true, true, false]);
  same("a public key", (await device.keysPublicKey()).bytes.length, 65);
  const draft = change("d", 0, utf8("een zin"), { tier: "vault", aad: "drafts\nd\n1" });
  const plain = change("p", 0, utf8("plain"), { tier: null, aad: null });
  const queued = change("q", 0, utf8("queued"), { tier: "device", aad: "drafts\nq\n1" });
  same("encrypted and committed", await encryptAndCommit(draft, plain, queued), "done");
  same("another lock does not undo it", [device.keysLock(), (await device.decrypt("vault", utf8("x"), utf8("h"))).refusal], [undefined, "vault-locked"]);
  same("saving while locked", await encryptAndCommit(change("e", 0, utf8("x"), { tier: "vault", aad: "" })), "vault-locked");
  const racing = device.keysUnlock("1234", rule());
  device.keysLock();
  same("locked while unlocking", [await racing, (await device.encrypt("vault", utf8("x"), utf8("h"))).refusal], ["locked", "vault-locked"]);
}

async function secondStart() {
  same("keys after a restart", await device.keysExist(), true);
  same("a wrong pin", [await device.keysUnlock("1235", rule()), (await device.encrypt("vault", utf8("x"), utf8("h"))).refusal], ["wrong", "vault-locked"]);
  const trying = device.keysUnlock("1236", rule());
  same("a try is counted before it is tried", [(await device.keysTries(rule())).count, await trying], [2, "wrong"]);
  same("the right pin", await device.keysUnlock("1234", rule()), "open");
  same("the count set back", await device.keysTries(rule()), { count: 0, wait: 0, erased: false });
  const stored = await device.storeRead("drafts", "d");
  same("a draft is not readable on the disk", text(stored.bytes).includes("een zin"), false);
  same("a draft after a restart", text((await device.decrypt("vault", stored.bytes, utf8("drafts\nd\n1"))).bytes), "een zin");
  same("a record under another id", (await device.decrypt("vault", stored.bytes, utf8("drafts\ne\n1"))).refusal, "seal-broken");
  same("a record cut short", (await device.decrypt("vault", stored.bytes.slice(0, 20), utf8("drafts\nd\n1"))).refusal, "seal-broken");
  const opened = await device.readOpened("vault", "drafts", "d");
  same("read and opened at once", [opened.version, text(opened.bytes)], [1, "een zin"]);
  const listed = await device.listOpened("vault", "drafts");
  same("a list leaves out a record of another tier", [JSON.parse(listed.parts).map((part) => part.id), text(listed.bytes)], [["d"], "een zin"]);
  const named = await device.readAllOpened("vault", "drafts", '["d","q"]');
  same("asked for by name it is left out too", JSON.parse(named.parts).map((part) => part.id), ["d"]);
  same("nothing to open", [await device.readOpened("vault", "drafts", "none"), (await device.listOpened("vault", "none")).parts], [null, "[]"]);
  same("turns", [await device.lockTake("t"), await device.lockTake("t"), device.lockGive("t")], [true, false, undefined]);

  const own = (await device.keysPublicKey()).bytes;
  const sealed = await device.sealEnvelope(own, "fieldkit signal v1", utf8("h"), utf8("signal"));
  same("sealed to itself", text((await device.openMessage(own, "fieldkit signal v1", utf8("h"), sealed.bytes)).bytes), "signal");
  same("another header", (await device.openMessage(own, "fieldkit signal v1", utf8("i"), sealed.bytes)).refusal, "seal-broken");
  same("a reader's key off the curve", (await device.sealEnvelope(own.with(64, own[64] ^ 1), "i", utf8("h"), utf8("x"))).refusal, "key-invalid");
  same("a signature of nobody", await device.verify(own.with(0, 2), utf8("s"), new Uint8Array(64)), false);

  await device.keysWipe();
  same("wiped", [await device.keysExist(), await device.keysUnlock("1234", rule()), (await device.keysPublicKey()).refusal], [false, "none", "no-keys"]);
  const queued = await device.storeRead("drafts", "q");
  same("the device tier after a wipe", text((await device.decrypt("device", queued.bytes, utf8("drafts\nq\n1"))).bytes), "queued");
  await clearedWhileOpen();
}

async function clearedWhileOpen() {
  await device.keysCreate("1234");
  const before = await device.encrypt("device", utf8("x"), utf8("h"));
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase("fieldkit");
    request.onsuccess = resolve;
    request.onerror = reject;
  });
  same("cleared data locks", (await device.encrypt("vault", utf8("x"), utf8("h"))).refusal, "vault-locked");
  same("cleared keys are not used on", (await device.decrypt("device", before.bytes, utf8("h"))).refusal, "seal-broken");
  same("a start over", [await device.keysExist(), await commit(change("n", 0, utf8("new")))], [false, "done"]);
}

try {
  await (location.hash === "#second" ? secondStart() : firstStart());
} catch (error) {
  failures.push(`stopped: ${error.stack ?? error}`);
}
await fetch("result", { method: "POST", body: JSON.stringify({ checks, failures }) });
