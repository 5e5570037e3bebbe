/** The document of the wire says what the schemas say: a client can be written from it alone. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PHASES } from '../../domain/live/state.ts';
import { messages, requests } from '../../domain/protocol.ts';
import { REFUSALS } from '../../domain/refusal.ts';
import { tablesOf } from './document.ts';
import { protocolTables } from './tables.ts';

const document = readFileSync(path.join(import.meta.dirname, '../../docs/protocol.md'), 'utf8');
const prose = document.replace(tablesOf(document), '');

describe('docs/protocol.md', () => {
  it('has the tables that the schemas give (npm run protocol writes them)', () => {
    expect(tablesOf(document)).toBe(protocolTables());
  });

  it('explains every request, message and phase in its prose', () => {
    const missing = [...Object.keys(requests), ...Object.keys(messages), ...PHASES].filter(
      (name) => !prose.includes(`\`${name}\``),
    );
    expect(missing).toEqual([]);
  });

  it('explains every refusal that a socket can meet, and names none that does not exist', () => {
    const told = [...prose.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1] ?? '');
    const refusals = told.filter((name) => (REFUSALS as readonly string[]).includes(name));
    const known = new Set<string>([...REFUSALS, ...Object.keys(requests), ...Object.keys(messages), ...PHASES]);
    expect(told.filter((name) => !known.has(name))).toEqual([]);
    expect(refusals).toEqual(
      expect.arrayContaining([
        'badInput',
        'tooMany',
        'noSuchRoom',
        'roomLocked',
        'roomEnded',
        'nicknameTaken',
        'nicknameRefused',
        'nicknameLength',
        'nicknameSigns',
        'nameUnseen',
        'nameMarks',
        'nameScripts',
        'wrongCodes',
        'noSuchColleague',
        'removed',
        'notNow',
        'wrongRound',
        'tooLate',
        'alreadyAnswered',
        'unavailable',
        'notAllowed',
        'notSignedIn',
        'notFound',
      ]),
    );
  });
});
