/** Passwords: argon2id, with the cost OWASP's cheat sheet names for it (19 MiB, 2 passes, 1 lane). */
import { hash, verify } from '@node-rs/argon2';

const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST);
}

/** Somebody who does not exist costs as much time as somebody who does: names cannot be told apart by the clock. */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password');
  const matches = await verify(stored ?? (await nobody), password.normalize('NFKC'));
  return matches && stored !== null && stored !== undefined;
}
let nobody: Promise<string> | undefined;
