// Keeps the screen on while a talk is led. The browser lets go whenever the page is hidden: asked again when it is back.

let wanted = false;
let lock = null;

async function take() {
  try {
    lock = await navigator.wakeLock.request("screen");
    if (!wanted) wakeLet();
    return true;
  } catch {
    return false;
  }
}

const again = () => wanted && document.visibilityState === "visible" && take();

/** False when the browser has no way, or refuses (an almost empty battery). */
export function wakeKeep() {
  if (!wanted) document.addEventListener("visibilitychange", again);
  wanted = true;
  return take();
}

export function wakeLet() {
  wanted = false;
  document.removeEventListener("visibilitychange", again);
  lock?.release();
  lock = null;
}
