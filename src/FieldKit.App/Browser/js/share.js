// Hands a text to the device's own share sheet, or to the clipboard where there is none.

/** "shared" | "left" (the person changed their mind) | "copied" | "failed" */
export async function share(title, text) {
  try {
    if (navigator.share) {
      await navigator.share({ title, text });
      return "shared";
    }
  } catch (error) {
    if (error.name === "AbortError") return "left";
  }
  try {
    await navigator.clipboard.writeText(text);
    return "copied";
  } catch {
    return "failed";
  }
}
