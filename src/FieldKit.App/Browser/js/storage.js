// What the browser promises about keeping this site's storage, and which release it keeps.

/** "kept", "loose", or "unknown" where the browser does not say. */
export async function storageState() {
  try {
    return (await navigator.storage.persisted()) ? "kept" : "loose";
  } catch {
    return "unknown";
  }
}

/** Asks; a browser may decide by itself or ask the person. */
export async function storageAsk() {
  try {
    return await navigator.storage.persist();
  } catch {
    return false;
  }
}

/** How much this site keeps and may keep, in bytes; null where the browser does not say. */
export async function storageRoom() {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    return Number.isFinite(usage) && Number.isFinite(quota) ? { usage, quota } : null;
  } catch {
    return null;
  }
}

/** The release that the service worker serves: its cache is named after the hash of every file, and a newer one comes after it. Empty without one. */
export async function release() {
  try {
    const scope = `${new URL(document.baseURI).pathname}@`;
    const running = (await caches.keys()).find((name) => name.startsWith(scope));
    return running?.slice(scope.length) ?? "";
  } catch {
    return "";
  }
}
