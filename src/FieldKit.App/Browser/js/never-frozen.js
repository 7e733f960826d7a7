// A page that is left may be kept by the browser as it is, to come back at once (the back/forward cache). Its worker then
// stands still in the middle of a write, and the database waits for it: every other page of the app would wait too, for
// good. Seen in Firefox. A page that holds a lock is not kept; nor does it come back with an opened text on it.

navigator.locks?.request("fieldkit-page", { mode: "shared" }, () => new Promise(() => {}));
