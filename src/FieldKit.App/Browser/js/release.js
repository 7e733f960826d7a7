// Newer releases of the app, as the service worker fetches and keeps them (build/browser-bundle/service-worker.published.js).

const workers = navigator.serviceWorker;

/** Calls ready() when a whole newer release waits on the device, and taken() when another release than this page's serves the app. */
export async function releaseWatch(ready, taken) {
  if (!workers) return;
  let serving = workers.controller;
  workers.addEventListener("controllerchange", () => {
    // The very first worker claims a page that came from the network: the same release.
    if (serving) taken();
    serving = workers.controller;
  });
  const registration = await workers.ready;
  const tell = () => registration.waiting && registration.active && ready();
  const follow = () => registration.installing?.addEventListener("statechange", tell);
  registration.addEventListener("updatefound", follow);
  follow();
  tell();
}

/** Looks for a newer release. A browser does so by itself only when a page is loaded, and an app can stay open for days. */
export async function releaseLook() {
  try {
    await (await workers?.getRegistration())?.update();
  } catch { /* No connection: the next time. */ }
}

/** Lets the release that waits take over in every tab. False when none waits (any more). */
export async function releaseTake() {
  const waiting = (await workers?.getRegistration())?.waiting;
  waiting?.postMessage("take-over");
  return Boolean(waiting);
}
