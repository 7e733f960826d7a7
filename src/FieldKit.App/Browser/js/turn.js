// One tab at a time, through Web Locks: a tab that closes or crashes gives its turn back by itself.

const held = new Map();

/** Never waits: false when another tab has it. */
export const lockTake = (name) =>
  new Promise((taken, failed) => {
    navigator.locks
      .request(name, { ifAvailable: true }, (lock) => {
        taken(lock !== null);
        return lock && new Promise((give) => held.set(name, give));
      })
      .catch(failed);
  });

export function lockGive(name) {
  held.get(name)?.();
  held.delete(name);
}
