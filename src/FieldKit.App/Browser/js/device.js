// What the field app asks of the browser: a record store in IndexedDB, and the device's keys in WebCrypto.
// One awaited call is one whole operation. Nothing here decides; C# does.
//
// For [JSImport(name, "device")] in C#:
// - Bytes in: `[JSMarshalAs<JSType.Array<JSType.Number>>] byte[]` (.NET hands over a fresh Uint8Array: one copy,
//   nothing to dispose, safe across awaits). A MemoryView of an ArraySegment works too: it is copied before the
//   first await and disposed.
// - Bytes out: `[return: JSMarshalAs<JSType.Promise<JSType.Object>>] Task<JSObject>`; then, synchronously,
//   `result.GetPropertyAsByteArray("bytes")`, and Dispose.
// - `result.GetPropertyAsString("refusal")` is null when all went well, and otherwise one of
//   "seal-broken" | "vault-locked" | "no-keys" | "key-invalid". With a refusal there are no bytes.
// - Versions are numbers (up to 2^53): `[JSMarshalAs<JSType.Number>] long`, GetPropertyAsDouble.
// - tier: "device" | "vault".
//
// store
//   storeRead(store, id)                    -> Promise<{version, bytes} | null>           Task<JSObject?>
//   storeList(store)                        -> Promise<{parts, bytes}>                    Task<JSObject>
//        parts: JSON [{"id","version","length"}], by id ordinal; bytes: all records' bytes, one after the other
//   storeCommit(changesJson, bytes)         -> Promise<"done" | "stale" | "full">         Task<string>
//        changesJson: [{"store","id","expectedVersion","length"}], length null = delete; expectedVersion 0 = must not exist;
//        bytes: all changes' bytes, one after the other. One transaction, durability "strict".
//        "stale": a version was another, nothing changed. "full": no room, nothing changed.
//   encryptAndCommit(changesJson, bytes)    -> Promise<"done" | "stale" | "full" | "vault-locked">   Task<string>
//        as storeCommit, each change with "tier" ("device" | "vault" | null = as it is) and "aad" (a string, bound as UTF-8)
//   storePersist()                          -> Promise<boolean>: whether the browser promises not to evict
// keys
//   keysExist()                             -> Promise<boolean>
//   keysCreate(pin)                         -> Promise<boolean>: false when there are keys already (they stay); opens the vault
//   keysUnlock(pin)                         -> Promise<boolean>: false for a wrong pin or no keys
//   keysLock()                              -> void, synchronous
//   keysPublicKey()                         -> Promise<{bytes, refusal}>: 65 bytes; works while locked; "no-keys"
//   keysWipe()                              -> Promise<void>: the vault can never be opened again; the tier "device" stays
//   encrypt(tier, plaintext, aad)           -> Promise<{bytes, refusal}>: nonce 12, ciphertext, tag 16
//   decrypt(tier, bytes, aad)               -> Promise<{bytes, refusal}>
//   decryptMany(tier, partsJson, bytes)     -> Promise<{lengths, bytes, refusal}>
//        partsJson: [{"length","aad"}] (aad a string); lengths: JSON of numbers, -1 for a part whose seal is broken
//   sealEnvelope(readerPublicKey, info, aad, plaintext)  -> Promise<{bytes, refusal}>     info is a string
//   openMessage(senderPublicKey, info, aad, sealed)      -> Promise<{bytes, refusal}>
//   verify(publicKey, statement, signature)              -> Promise<boolean>: false for an invalid key too
