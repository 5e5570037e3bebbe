/** What browsers and Node have, and JavaScript by itself has not: told by the error that V8 raises where it is named. */
import type { CodeError, Feedback } from '../results/verdict.ts';
import { say } from './codes.ts';

/** Why it is missing, and with it what to do instead; the words are in the catalogue. */
type What = 'message' | 'question' | 'node' | 'import' | 'page' | 'network' | 'waiting';

const NAMES: Record<What, string> = {
  message: 'alert',
  question: 'prompt confirm',
  node: 'require module exports process global Buffer __dirname __filename',
  import: 'import',
  page: 'document window navigator location localStorage sessionStorage HTMLElement requestAnimationFrame crypto URL Blob Image Audio Worker event',
  network: 'fetch XMLHttpRequest WebSocket',
  waiting: 'setImmediate clearTimeout clearInterval clearImmediate',
};
const ABSENT: ReadonlyMap<string, What> = new Map(
  Object.entries(NAMES).flatMap(([what, names]) => (isWhat(what) ? names.split(' ').map((name) => [name, what]) : [])),
);

function isWhat(text: string): text is What {
  return Object.hasOwn(NAMES, text);
}

/** Null: the error is of another kind. */
export function absence({ type, message }: CodeError): Feedback | null {
  if (type === 'SyntaxError' && message.startsWith('Cannot use import statement')) return told('import');
  return type === 'ReferenceError' ? told(/^([\w$]+) is not defined$/.exec(message)?.[1] ?? '') : null;
}

function told(name: string): Feedback | null {
  const what = ABSENT.get(name);
  return what === undefined ? null : say('notHere', { name, what });
}
