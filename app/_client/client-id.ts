'use client';
/** A name for one request of this client: also where `crypto.randomUUID` is missing, on plain http. */
export function clientId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
