/**
 * The letters of a choice, as our pages send them: most of what a server hears while a full room answers. They are told by
 * sight, which costs a tenth of what a schema does; all else goes through the schema, which says what is wrong with it.
 */
import type { Payload } from '../../protocol.ts';

const KEYS: readonly string[] = ['token', 'round', 'clientId', 'answer', 'provisional'];
const ID = /^[\w-]{8,64}$/;

/** Whether a payload of `answer` is a choice in its usual form. @returns false also for what the schema would let through */
export function isPlainChoice(sent: unknown): sent is Payload<'answer'> {
  if (!isObject(sent)) return false;
  for (const key of Object.keys(sent)) if (!KEYS.includes(key)) return false;
  const { token, round, clientId, answer, provisional } = sent;
  if (typeof token !== 'string' || token.length > 2000) return false;
  if (typeof round !== 'number' || !Number.isInteger(round) || round < 0 || round > 1000) return false;
  if (typeof clientId !== 'string' || !ID.test(clientId)) return false;
  if (provisional !== undefined && typeof provisional !== 'boolean') return false;
  return isObject(answer) && Object.keys(answer).length === 2 && answer.kind === 'choice' && areLetters(answer.choices);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function areLetters(value: unknown): boolean {
  if (!Array.isArray(value) || value.length < 1 || value.length > 6) return false;
  for (const letter of value)
    if (typeof letter !== 'string' || letter.length !== 1 || !'ABCDEF'.includes(letter)) return false;
  return true;
}
