// What the desk asks of the browser: a staff member's keys, held only while unlocked, never stored.
// The conventions for [JSImport(name, "desk")] are those at the top of the field app's device.js.
//
//   deskUnlock(keyringJson, staff, municipality, passphrase) -> Promise<boolean>: false for a wrong passphrase or keyring
//        keyringJson: StaffKeyring as the server gave it; staff ("D" format) and municipality are bound to the wrapped keys
//   deskLock()                                                -> void, synchronous
//   deskMakeOwnKey(staff, passphrase)                         -> Promise<string>: JSON of a WrappedStaffKey
//   deskWrapAgain(keyringJson, staff, municipality, passphrase, reader) -> Promise<string|null>: JSON of WrappedEpochKeys for another
//        member's public key; null for a wrong passphrase or keyring
//   deskTurnOver(keyringJson, staff, municipality, passphrase, readersJson) -> Promise<string|null>: JSON of a NewEpochKey, wrapped for
//        readersJson: public keys in base64; null for a wrong passphrase or keyring
//   deskOpenSignal(epoch, senderPublicKey, aad, sealed)       -> Promise<{bytes, refusal}>
//   deskSealAnswer(epoch, devicePublicKey, aad, plaintext)    -> Promise<{forDevice, forDesk, refusal}>
//   deskOpenOwnAnswer(epoch, aad, sealed)                     -> Promise<{bytes, refusal}>
//   deskSealReason(epoch, aad, plaintext)                     -> Promise<{bytes, refusal}>
//   deskOpenReason(epoch, aad, sealed)                        -> Promise<{bytes, refusal}>
//   fileSave(name, bytes)                                     -> void, synchronous: a download
//   verify(publicKey, statement, signature)                   -> Promise<boolean>: false for an invalid key too
//        refusal: null | "desk-locked" | "epoch-unknown" | "key-invalid" | "seal-broken"

export { fileSave } from "../../../FieldKit.Ui/Browser/save.js";
import { fromBase64, take } from "../../../FieldKit.Crypto/Browser/bytes.js";
import { open, seal } from "../../../FieldKit.Crypto/Browser/hpke.js";
import { verify as verifySignature } from "../../../FieldKit.Crypto/Browser/points.js";
import { answer, Refusal } from "../../../FieldKit.Crypto/Browser/refusal.js";
import { makeOwnKey, openKeyring, turnOver, wrapAgain } from "./keyring.js";

const signalInfo = "fieldkit signal v1";
const messageInfo = "fieldkit message v1";
const decisionInfo = "fieldkit decision v1";

let epochs = null;
let locks = 0;

export function deskLock() {
  epochs = null;
  locks++;
}

export async function deskUnlock(keyringJson, staff, municipality, passphrase) {
  const before = locks;
  try {
    const opened = await openKeyring(JSON.parse(keyringJson), staff, municipality, passphrase);
    // Locked while deriving: stay locked.
    if (before !== locks) return false;
    epochs = opened;
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

export const deskMakeOwnKey = async (staff, passphrase) => JSON.stringify(await makeOwnKey(staff, passphrase));

export async function deskWrapAgain(keyringJson, staff, municipality, passphrase, reader) {
  const key = take(reader);
  try {
    return JSON.stringify(await wrapAgain(JSON.parse(keyringJson), staff, municipality, passphrase, key));
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

export async function deskTurnOver(keyringJson, staff, municipality, passphrase, readersJson) {
  try {
    return JSON.stringify(await turnOver(JSON.parse(keyringJson), staff, municipality, passphrase, JSON.parse(readersJson).map(fromBase64)));
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function keysOf(epoch) {
  if (!epochs) throw new Refusal("desk-locked");
  const keys = epochs.get(epoch);
  if (!keys) throw new Refusal("epoch-unknown");
  return keys;
}

export function deskOpenSignal(epoch, senderPublicKey, aad, sealed) {
  const [sender, header, body] = [senderPublicKey, aad, sealed].map(take);
  return answer(async () => ({ bytes: await open(keysOf(epoch).pair, sender, signalInfo, header, body) }));
}

/** Sealed to the device, and to the reporting point itself so that the desk can read it back. */
export function deskSealAnswer(epoch, devicePublicKey, aad, plaintext) {
  const [device, header, text] = [devicePublicKey, aad, plaintext].map(take);
  return answer(async () => {
    const { pair, publicKey } = keysOf(epoch);
    const [forDevice, forDesk] = await Promise.all([device, publicKey].map((reader) => seal(pair, reader, messageInfo, header, text)));
    return { forDevice, forDesk };
  });
}

export function deskOpenOwnAnswer(epoch, aad, sealed) {
  const [header, body] = [aad, sealed].map(take);
  return answer(async () => {
    const { pair, publicKey } = keysOf(epoch);
    return { bytes: await open(pair, publicKey, messageInfo, header, body) };
  });
}

/** Why something was decided: by the desk, for the desk alone. */
export function deskSealReason(epoch, aad, plaintext) {
  const [header, text] = [aad, plaintext].map(take);
  return answer(async () => {
    const { pair, publicKey } = keysOf(epoch);
    return { bytes: await seal(pair, publicKey, decisionInfo, header, text) };
  });
}

export function deskOpenReason(epoch, aad, sealed) {
  const [header, body] = [aad, sealed].map(take);
  return answer(async () => {
    const { pair, publicKey } = keysOf(epoch);
    return { bytes: await open(pair, publicKey, decisionInfo, header, body) };
  });
}

export const verify = (publicKey, statement, signature) => verifySignature(...[publicKey, statement, signature].map(take));
