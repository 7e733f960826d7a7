// Passkeys of staff: hands the reporting point's question to the browser, and its answer back as JSON. Nothing is decided or kept here.
// The conventions for [JSImport(name, "passkeys")] are those at the top of the field app's device.js.
//
//   passkeysCan()           -> boolean: this browser has passkeys for this page
//   passkeysMake(options)   -> Promise<{credential, refusal}>: options as PublicKeyCredential.parseCreationOptionsFromJSON takes them
//   passkeysAnswer(options) -> Promise<{credential, refusal}>: options as PublicKeyCredential.parseRequestOptionsFromJSON takes them
//        refusal: null | "passkey-none" | "passkey-known" | "passkey-unsupported"

export const passkeysCan = () =>
  typeof globalThis.PublicKeyCredential?.parseCreationOptionsFromJSON === "function"
  && typeof globalThis.PublicKeyCredential.parseRequestOptionsFromJSON === "function";

export const passkeysMake = (options) =>
  answer(() => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options)) }));

export const passkeysAnswer = (options) =>
  answer(() => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options)) }));

// The person turned away, took too long or was not recognised: a browser does not tell these apart.
const refusals = {
  NotAllowedError: "passkey-none",
  AbortError: "passkey-none",
  InvalidStateError: "passkey-known",
  NotSupportedError: "passkey-unsupported",
  SecurityError: "passkey-unsupported",
};

async function answer(ask) {
  try {
    return { credential: JSON.stringify(await ask()), refusal: null };
  } catch (error) {
    const refusal = refusals[error?.name];
    if (!refusal) throw error;
    return { credential: null, refusal };
  }
}
