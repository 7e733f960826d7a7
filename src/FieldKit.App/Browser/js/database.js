// The one IndexedDB database of the field app. Object stores: "records" (key [store, id]) and "keys".
// Its version counts the steps that were taken. A step is never changed or removed, so that a database of every earlier version
// opens; a change of what is stored is a new step at the end, and a new sample vault (tests/FieldKit.SampleVaults).

import { openDB } from "idb";

// Each runs in the transaction of the upgrade, which it gets as its second argument: all of them or none.
const steps = [
  (created) => {
    created.createObjectStore("records");
    created.createObjectStore("keys");
  },
];

let opening = null;
const closedCalls = [];

/** Called when the database is taken away: what was read from it may be gone when it is opened again. */
export const whenClosed = (call) => closedCalls.push(call);

function database() {
  if (opening) return opening;
  const mine = openDB("fieldkit", steps.length, {
    upgrade(upgraded, taken, _wanted, transaction) {
      for (const step of steps.slice(taken)) step(upgraded, transaction);
    },
    // A tab with a newer app wants to upgrade, or the data is being cleared: step aside, and open again when next asked.
    blocking(_current, _wanted, event) {
      event.target.close();
      forget(mine);
    },
    terminated: () => forget(mine),
  });
  mine.catch(() => forget(mine));
  return (opening = mine);
}

/** "newer" when a newer version of the app wrote it: then nothing here reads or writes it, and it stays as it is. */
export async function format() {
  try {
    await database();
    return "known";
  } catch (error) {
    if (error.name === "VersionError") return "newer";
    throw error;
  }
}

function forget(stale) {
  if (opening !== stale) return;
  opening = null;
  for (const call of closedCalls) call();
}

async function begin(store, mode) {
  const options = mode === "readwrite" ? { durability: "strict" } : undefined;
  const first = database();
  try {
    return (await first).transaction(store, mode, options);
  } catch (error) {
    // The connection closed under us before anything began.
    if (error.name !== "InvalidStateError") throw error;
    forget(first);
    return (await database()).transaction(store, mode, options);
  }
}

export async function read(store, work) {
  const transaction = await begin(store, "readonly");
  return work(transaction.store);
}

/** All or nothing, and on the disk when it answers. Work that answers false undoes everything. */
export async function write(store, work) {
  const transaction = await begin(store, "readwrite");
  // Whatever ends the transaction also rejects the request that work awaits: one of the two is enough.
  transaction.done.catch(() => {});
  let kept;
  try {
    kept = await work(transaction.store);
  } catch (error) {
    try { transaction.abort(); } catch { /* it had ended already */ }
    throw error;
  }
  if (!kept) {
    transaction.abort();
    return false;
  }
  // Asked to end now, it does not first tell us of each write.
  transaction.commit();
  await transaction.done;
  return true;
}
