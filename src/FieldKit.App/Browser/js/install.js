// Putting the app on the home screen: with the browser's own question where it has one (wwwroot/boot.js keeps it, because it
// may come before this module is here), and else by what a person has to tap.

export const isInstalled = () => matchMedia("(display-mode: standalone)").matches || navigator.standalone === true;

/** "installed" | "ask" | "apple" | "mac" | "firefox" | "menu" | "none". Only words depend on what the browser calls itself. */
export function installWay() {
  if (isInstalled()) return "installed";
  if (globalThis.installQuestion) return "ask";
  if ("standalone" in navigator) return "apple";
  const name = navigator.userAgent;
  if (name.includes("Firefox/")) return name.includes("Android") ? "firefox" : "none";
  if (name.includes("Macintosh") && name.includes("Version/")) return "mac";
  return "menu";
}

/** The browser asks the person. True when they agreed. A question can be asked once. */
export async function installAsk() {
  const question = globalThis.installQuestion;
  globalThis.installQuestion = null;
  try {
    await question.prompt();
    return (await question.userChoice).outcome === "accepted";
  } catch {
    return false;
  }
}

/** Calls changed() when the browser has a question to ask, and when the app was installed. */
export function installWatch(changed) {
  for (const name of ["beforeinstallprompt", "appinstalled"]) addEventListener(name, () => changed());
}
