/** Secrets in addresses. */

/** 72 random bits, fit for an address. */
export function newToken(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(9))).toString('base64url');
}
