/**
 * Passwords of the demo accounts: known ones while only this machine can reach the server, generated ones (shown once)
 * as soon as others can.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DEMO_ACCOUNTS, setDemoPasswords } from '../server/features/start/demo.ts';
import type { Options } from './options.ts';
import { isLoopback } from './options.ts';

const KNOWN = 'nabla-demo';

/** @returns the lines to print */
export async function settleDemoPasswords(stateFolder: string, options: Options): Promise<string[]> {
  // says which kind is set; the passwords themselves are in the database only, as hashes
  const marker = path.join(stateFolder, 'demo-passwords');
  const kind = existsSync(marker) ? readFileSync(marker, 'utf8') : 'none';
  if (isLoopback(options.host)) {
    if (kind !== 'known') await setDemoPasswords(() => KNOWN);
    writeFileSync(marker, 'known');
    return [
      `Demo accounts, password ${KNOWN} for each: ${DEMO_ACCOUNTS.map((one) => `${one.login} (${one.role})`).join(', ')}`,
    ];
  }
  if (kind === 'generated' && !options.newPasswords)
    return ['Demo accounts: passwords as printed before; "npm start -- --host … --new-passwords" makes new ones.'];
  rmSync(marker, { force: true });
  const made = new Map(DEMO_ACCOUNTS.map((one) => [one.login, readable()]));
  await setDemoPasswords((login) => made.get(login) ?? readable());
  writeFileSync(marker, 'generated');
  return [
    'Demo accounts (these passwords are shown only now):',
    ...DEMO_ACCOUNTS.map((one) => `  ${one.login.padEnd(8)} ${made.get(one.login)}   ${one.role}`),
  ];
}

/** 60 bits without letters that look alike. */
function readable(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const picked = [...crypto.getRandomValues(new Uint8Array(13))].map((byte) => letters[byte % letters.length]).join('');
  return `${picked.slice(0, 4)}-${picked.slice(4, 8)}-${picked.slice(8)}`;
}
