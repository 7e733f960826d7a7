// Wrong tries, kept beside the vault's keys: one count for all tabs, changed only in a transaction of the store "keys".
// A clock that was set back begins the wait anew: it gives no free try, and never a longer wait than the try earned.
// rule: {now, waits: milliseconds after so many wrong tries, wipeAfter}, as C# says it.

import { read, write } from "./database.js";

const none = { count: 0, last: 0 };

const waitLeft = ({ count, last }, { now, waits }) =>
  Math.max(0, waits[Math.min(count, waits.length - 1)] - Math.max(0, now - last));

/**
 * Counts one more, on the disk before anything is tried.
 * @returns {{stored, count} | {tooSoon: true} | null}: the vault with the count, which never passes the limit, so that a last
 * try that was cut off can be made again after its wait; null without a vault.
 */
export async function beginTry(rule) {
  let begun = null;
  await write("keys", async (keys) => {
    const [stored, kept] = await Promise.all([keys.get("vault"), keys.get("tries")]);
    const before = kept ?? none;
    if (!stored) return false;
    if (waitLeft(before, rule) > 0) {
      begun = { tooSoon: true };
      return false;
    }
    begun = { stored, count: Math.min(before.count + 1, rule.wipeAfter) };
    await keys.put({ count: begun.count, last: rule.now }, "tries");
    return true;
  });
  return begun;
}

/** @returns {{count, wait, erased}}: wait in milliseconds. */
export async function tries(rule) {
  let kept = (await read("keys", (keys) => keys.get("tries"))) ?? none;
  if (kept.last > rule.now) {
    await write("keys", async (keys) => {
      kept = (await keys.get("tries")) ?? none;
      if (kept.last <= rule.now) return false;
      await keys.put((kept = { ...kept, last: rule.now }), "tries");
      return true;
    });
  }
  return { count: kept.count, wait: waitLeft(kept, rule), erased: kept.erased === true };
}

/** Within the transaction that ends the keys after the last wrong try: the mark stays until new ones are made. */
export const markErased = async (keys) => keys.put({ ...((await keys.get("tries")) ?? none), erased: true }, "tries");
