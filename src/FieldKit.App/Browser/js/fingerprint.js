// The device's own check of its owner, by fingerprint, face or screen lock: WebAuthn with the PRF extension. After the check the
// device gives 32 secret bytes that belong to this site and this credential; nothing is signed for anybody, so the challenge is
// only noise, and nothing leaves the device.

const random = (length) => crypto.getRandomValues(new Uint8Array(length));

/** A check of the owner that can give a secret. */
export async function fingerprintCan() {
  try {
    const can = await PublicKeyCredential.getClientCapabilities();
    return can["extension:prf"] === true && can.userVerifyingPlatformAuthenticator === true;
  } catch {
    return false;
  }
}

/** @returns {{credential, input, secret} | null}: null when the device turns out to have no secret to give. */
export async function makeFingerprint(name) {
  const input = random(32);
  const made = await navigator.credentials.create({
    publicKey: {
      rp: { name: "FieldKit" },
      user: { id: random(16), name, displayName: name },
      challenge: random(32),
      pubKeyCredParams: [-7, -257].map((alg) => ({ type: "public-key", alg })),
      authenticatorSelection: { authenticatorAttachment: "platform", userVerification: "required", residentKey: "discouraged" },
      extensions: { prf: { eval: { first: input } } },
    },
  });
  const { prf } = made.getClientExtensionResults();
  if (!prf?.enabled) return null;
  const credential = new Uint8Array(made.rawId);
  // Some give the secret only when asked afterwards.
  const secret = prf.results?.first ? new Uint8Array(prf.results.first) : await askFingerprint({ credential, input });
  return secret && { credential, input, secret };
}

/** @returns the secret, or null when the device gives none. */
export async function askFingerprint({ credential, input }) {
  const answer = await navigator.credentials.get({
    publicKey: {
      challenge: random(32),
      allowCredentials: [{ type: "public-key", id: credential, transports: ["internal"] }],
      userVerification: "required",
      extensions: { prf: { eval: { first: input } } },
    },
  });
  const secret = answer.getClientExtensionResults().prf?.results?.first;
  return secret ? new Uint8Array(secret) : null;
}

/** The person turned away, took too long, or was not recognised: a browser does not tell these apart. */
export const isTurnedAway = (error) => error?.name === "NotAllowedError" || error?.name === "AbortError";
