// What the desk asks of the browser: a staff member's keys, held only while unlocked, never stored.
// The conventions for [JSImport(name, "desk")] are those at the top of the field app's device.js.
//
//   deskUnlock(keyringJson, staff, municipality, passphrase) -> Promise<boolean>: false for a wrong passphrase or keyring
//        keyringJson: StaffKeyring as the server gave it; staff ("D" format) and municipality are bound to the wrapped keys
//   deskLock()                                                -> void, synchronous
//   deskOpenSignal(epoch, senderPublicKey, aad, sealed)       -> Promise<{bytes, refusal}>
//   deskSealAnswer(epoch, devicePublicKey, aad, plaintext)    -> Promise<{forDevice, forDesk, refusal}>
//   deskOpenOwnAnswer(epoch, aad, sealed)                     -> Promise<{bytes, refusal}>
//        refusal: null | "desk-locked" | "epoch-unknown" | "key-invalid" | "seal-broken"
