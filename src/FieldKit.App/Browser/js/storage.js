// What the browser promises about keeping this site's storage, and whether the app is installed.

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

export const isInstalled = () => matchMedia("(display-mode: standalone)").matches || navigator.standalone === true;

/** The release that the service worker serves: its cache is named after the hash of every file. Empty without one. */
export async function release() {
  try {
    const scope = `${new URL(document.baseURI).pathname}@`;
    const names = (await caches.keys()).filter((name) => name.startsWith(scope));
    return names.length === 1 ? names[0].slice(scope.length) : "";
  } catch {
    return "";
  }
}
