// Bytes between .NET, JSON and WebCrypto.

const encoder = new TextEncoder();

export const utf8 = (text) => encoder.encode(text);

/** Bytes as .NET handed them over: a Uint8Array is our own copy; a MemoryView lives only until the first await. */
export function take(bytes) {
  if (bytes instanceof Uint8Array) return bytes;
  const copy = bytes.slice();
  bytes.dispose?.();
  return copy;
}

export function fromBase64(text) {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let index = 0; index < letters.length; index++) bytes[index] = letters.charCodeAt(index);
  return bytes;
}

export function join(parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** The reverse of join. A length that is null gives null and takes no bytes; the lengths must use up all bytes. */
export function split(bytes, lengths) {
  let offset = 0;
  const parts = lengths.map((length) => {
    if (length === null) return null;
    if (!Number.isInteger(length) || length < 0 || offset + length > bytes.length) throw new RangeError("The lengths do not fit the bytes.");
    offset += length;
    return bytes.slice(offset - length, offset);
  });
  if (offset !== bytes.length) throw new RangeError("The lengths do not fit the bytes.");
  return parts;
}
