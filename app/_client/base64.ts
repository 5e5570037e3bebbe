/** Bytes as text that JSON can hold: a piece at a time, since no call takes a million arguments. */
const PIECE = 3 * 8_192;

export function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  return text;
}
