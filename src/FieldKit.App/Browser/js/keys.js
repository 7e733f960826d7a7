// The device's keys: the tier "device" (a key that cannot be exported, no PIN) and the tier "vault" (open after the PIN).

import { generateAesKey } from "../../../FieldKit.Crypto/Browser/aead.js";
import { Refusal } from "../../../FieldKit.Crypto/Browser/refusal.js";
import { read, whenClosed, write } from "./database.js";
import { makeVault, openVault } from "./vault.js";

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
    return true;
  });
  if (first && before === locks) opened = made.opened;
  return first;
}

export async function unlock(pin) {
  const before = locks;
  const stored = await storedVault();
  if (!stored) return false;
  try {
    const vaultKeys = await openVault(pin, stored);
    // Locked while deriving: stay locked.
    if (before !== locks) return false;
    opened = vaultKeys;
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

export async function publicKey() {
  const stored = await storedVault();
  if (!stored) throw new Refusal("no-keys");
  return stored.publicKey;
}

export async function wipe() {
  lock();
  await write("keys", async (keys) => {
    await keys.delete("vault");
    return true;
  });
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
