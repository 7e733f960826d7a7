// The device's keys: the tier "device" (a key that cannot be exported, no PIN) and the tier "vault" (open after the PIN).

import { generateAesKey } from "../../../FieldKit.Crypto/Browser/aead.js";
import { Refusal } from "../../../FieldKit.Crypto/Browser/refusal.js";
import { read, whenClosed, write } from "./database.js";
import { beginTry, markErased } from "./tries.js";
import { makeVault, openVault, rewrapped, unwrap, unwrapUnder, wrapUnder } from "./vault.js";

let opened = null;
let locks = 0;
let deviceKey = null;

// A wipe in one tab locks the others.
const tabs = new BroadcastChannel("fieldkit-keys");
tabs.onmessage = () => lock();

// Cleared data takes the keys with it: nothing may be encrypted any more under keys that are only left in memory.
whenClosed(() => {
  deviceKey = null;
  lock();
});

export function lock() {
  opened = null;
  locks++;
}

export function vault() {
  if (!opened) throw new Refusal("vault-locked");
  return opened;
}

export const tierKey = async (tier) => {
  if (tier === "vault") return vault().dataKey;
  if (tier === "device") return (deviceKey ??= await deviceTierKey());
  throw new RangeError("Unknown tier.");
};

const storedVault = () => read("keys", (keys) => keys.get("vault"));

export const exist = async () => (await storedVault()) !== undefined;

export async function create(pin) {
  const before = locks;
  if (await exist()) return false;
  const made = await makeVault(pin);
  // Another tab may have made its keys meanwhile: the first stays.
  const first = await write("keys", async (keys) => {
    if ((await keys.get("vault")) !== undefined) return false;
    await keys.put(made.stored, "vault");
    await keys.delete("tries");
    return true;
  });
  if (first && before === locks) opened = made.opened;
  return first;
}

/** "open" | "wrong" | "too-soon" | "none" | "locked" */
export async function unlock(pin, rule) {
  const before = locks;
  const tried = await tryPin(pin, rule);
  if (tried.word !== "right") return tried.word;
  const { stored, raw } = tried;
  try {
    // Neither may keep anybody out: with a full disk or little memory the next time settles it.
    const stronger = await rewrapped(raw, pin, stored).catch(() => null);
    const settled = settle(stored, stronger && { vault: stronger }).catch(() => {});
    const word = await openWith(raw, stored, before);
    await settled;
    return word;
  } finally {
    raw.fill(0);
  }
}

/** "on" | "wrong" | "too-soon" | "none". The vault's keys are wrapped a second time, under the secret that goes with this credential. */
export async function addFingerprint(pin, rule, credential, input, secret) {
  const { word, stored, raw } = await tryPin(pin, rule);
  if (word !== "right") return word;
  try {
    const wrapped = await wrapUnder(secret, raw, stored.binding);
    return (await settle(stored, { fingerprint: { credential, input, ...wrapped } })) ? "on" : "none";
  } finally {
    for (const bytes of [raw, secret]) bytes.fill(0);
  }
}

/** "open" | "wrong" | "none" | "locked" */
export async function unlockByFingerprint(secret) {
  const before = locks;
  const [stored, kept] = await read("keys", (keys) => Promise.all([keys.get("vault"), keys.get("fingerprint")]));
  if (!stored || !kept) return "none";
  let raw = null;
  try {
    raw = await unwrapUnder(secret, kept, stored.binding);
    await settle(stored, null).catch(() => {});
    return await openWith(raw, stored, before);
  } catch (error) {
    if (error instanceof Refusal) return "wrong";
    throw error;
  } finally {
    raw?.fill(0);
    secret.fill(0);
  }
}

/** {credential, input} or null. */
export async function fingerprint() {
  const kept = await read("keys", (keys) => keys.get("fingerprint"));
  return kept ? { credential: kept.credential, input: kept.input } : null;
}

export const removeFingerprint = () => write("keys", async (keys) => {
  await keys.delete("fingerprint");
  return true;
});

/** {word: "right", stored, raw}, or only the word. */
async function tryPin(pin, rule) {
  const begun = await beginTry(rule);
  if (!begun) return { word: "none" };
  if (begun.tooSoon) return { word: "too-soon" };
  const { stored, count } = begun;
  try {
    return { word: "right", stored, raw: await unwrap(pin, stored) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (count >= rule.wipeAfter) await erase(stored);
    return { word: "wrong" };
  }
}

async function openWith(raw, stored, before) {
  const vaultKeys = await openVault(raw, stored);
  // Locked meanwhile: stay locked.
  if (before !== locks) return "locked";
  opened = vaultKeys;
  return "open";
}

const isSame = (one, other) => indexedDB.cmp(one.wrapped, other.wrapped) === 0;

/** The right one: no wrong tries any more, and what is put beside or in place of what lay there, unless that changed meanwhile. */
const settle = (before, puts) => write("keys", async (keys) => {
  const now = await keys.get("vault");
  if (!now || (puts && !isSame(now, before))) return false;
  for (const [name, value] of Object.entries(puts ?? {})) await keys.put(value, name);
  await keys.delete("tries");
  return true;
});

/** The last wrong try, unless the right one came from elsewhere at the same moment. */
async function erase(before) {
  const gone = await write("keys", async (keys) => {
    const [now, tries] = await Promise.all([keys.get("vault"), keys.get("tries")]);
    if (!now || !tries || !isSame(now, before)) return false;
    await Promise.all(["vault", "fingerprint"].map((name) => keys.delete(name)));
    await markErased(keys);
    return true;
  });
  if (gone) tellWiped();
}

export async function publicKey() {
  const stored = await storedVault();
  if (!stored) throw new Refusal("no-keys");
  return stored.publicKey;
}

export async function wipe() {
  lock();
  await write("keys", async (keys) => {
    // Gone already by wrong tries: that stays to be told.
    if ((await keys.get("vault")) !== undefined) await keys.delete("tries");
    await Promise.all(["vault", "fingerprint"].map((name) => keys.delete(name)));
    return true;
  });
  tellWiped();
}

function tellWiped() {
  lock();
  tabs.postMessage("wiped");
}

async function deviceTierKey() {
  const stored = await read("keys", (keys) => keys.get("device"));
  if (stored) return stored;
  const fresh = await generateAesKey();
  const first = await write("keys", async (keys) => {
    if ((await keys.get("device")) !== undefined) return false;
    await keys.put(fresh, "device");
    return true;
  });
  return first ? fresh : read("keys", (keys) => keys.get("device"));
}
