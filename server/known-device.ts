/**
 * Browsers in which somebody has signed in before. Their owner's wrong passwords are counted there on their own: nobody who guesses
 * elsewhere, from however many addresses or from the same school, keeps the owner out of the account. The cookie names no
 * account, and is no sign-in: it is worth a count of its own and nothing else.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export const DEVICE_COOKIE = 'nabla-device';

/** A computer that a class shares: so many of its accounts are known, the newest first. */
const MOST_ACCOUNTS = 40;
const FORM = /^([\w-]{22})((?:\.[\w-]{22})*)$/;

interface Device {
  id: string;
  accounts: string[];
}

function parse(cookie: string | undefined): Device | undefined {
  const [, id, rest] = FORM.exec(cookie ?? '') ?? [];
  return id === undefined ? undefined : { id, accounts: (rest ?? '').split('.').filter((one) => one !== '') };
}

/** 128 bits of a keyed hash, in base64url: 22 signs. */
function tagOf(device: string, account: string, secret: string): string {
  const hash = createHmac('sha256', secret).update(`nabla device\n${device}\n${account}`).digest();
  return hash.subarray(0, 16).toString('base64url');
}

/** @returns what identifies this browser where this account has signed in in it before */
export function knownDevice(cookie: string | undefined, account: string, secret: string): string | undefined {
  const device = parse(cookie);
  if (device === undefined) return undefined;
  const right = Buffer.from(tagOf(device.id, account, secret));
  return device.accounts.some((tag) => timingSafeEqual(Buffer.from(tag), right)) ? device.id : undefined;
}

/** @returns the cookie of a browser in which this account has signed in now as well */
export function withAccount(cookie: string | undefined, account: string, secret: string): string {
  const device = parse(cookie) ?? { id: randomBytes(16).toString('base64url'), accounts: [] };
  const tag = tagOf(device.id, account, secret);
  const others = device.accounts.filter((one) => one !== tag).slice(0, MOST_ACCOUNTS - 1);
  return [device.id, tag, ...others].join('.');
}
