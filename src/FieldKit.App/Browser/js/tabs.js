// The same app in other tabs of this browser.

const others = new BroadcastChannel("fieldkit-tabs");
// What keys.js tells, in the worker: the keys were wiped.
const keys = new BroadcastChannel("fieldkit-keys");

/** Calls heard(word) with what another tab did: "preferences" | "wiped", or what its tabsTell said. */
export function tabsWatch(heard) {
  others.onmessage = ({ data }) => heard(data);
  keys.onmessage = () => heard("wiped");
  addEventListener("storage", ({ key }) => {
    // Without a name, all of it was cleared.
    if (key === null || key.startsWith("fieldkit.")) heard("preferences");
  });
}

export const tabsTell = (word) => others.postMessage(word);
