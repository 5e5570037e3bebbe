/** Questions of other programs: looked at, and those that are ticked taken, all of them or none. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { insertAllBanked, selectOwnTexts } from '../../../db/bank.ts';
import { database } from '../../../db/client.ts';
import { insertAudit } from '../../../db/users.ts';
import type { Format } from '../../../domain/exchange/foreign.ts';
import { MOST } from '../../../domain/exchange/limits.ts';
import type { Preview, PreviewItem } from '../../../domain/exchange/preview.ts';
import type { Remark } from '../../../domain/exchange/remark.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { readInTurn } from '../../importing/importer.ts';
import { command } from '../contract.ts';
import { saidBy } from '../questions/compiled.ts';

/** Of 20 MB in base64; beside it stand the ticks. */
const LARGEST_FILE = Math.ceil(MOST.bytes / 3) * 4;
const LARGEST = LARGEST_FILE + 64 * 1024;
const file = storable.max(LARGEST_FILE);

/** A line of what would be taken, as a page shows it: what is compiled, and its pictures, stay here. */
export interface LookedAt extends Omit<PreviewItem, 'question' | 'pictures'> {
  /** a question of one's own says exactly this already */
  known: boolean;
}

export type Looked =
  | { refused: Remark }
  | { format: Format; title: string | null; remarks: readonly Remark[]; lines: LookedAt[]; seen: string };

/** What would be taken of a file, line by line; nothing is written. */
export const lookAtFile = command({
  input: z.strictObject({ file }),
  allow: 'question.make',
  largest: LARGEST,
  run: async (person, { file }): Promise<Outcome<{ looked: Looked }>> => {
    const read = await readInTurn(bytesOf(file));
    if (read === null) return refuse('tooMany');
    if ('refused' in read) return { ok: true, looked: read };
    const { format, title, remarks, items } = read.preview;
    const hashes = items.flatMap(({ document }) => (document === null ? [] : [md5(document)]));
    const own = await selectOwnTexts(database(), person.id, hashes);
    const lines = items.map(({ at, title, kind, taken, remarks, document }) => {
      return { at, title, kind, taken, remarks, document, known: document !== null && own.has(md5(document)) };
    });
    return { ok: true, looked: { format, title, remarks, lines, seen: seenOf(read.preview) } };
  },
});

/**
 * Takes what is ticked of a file as questions of one's own, in one transaction.
 * @param seen what the page was shown: if the file is read otherwise by now, nothing is taken
 */
export const importQuestions = command({
  input: z.strictObject({ file, take: z.array(z.int().min(0)).min(1).max(MOST.items), seen: storable.max(100) }),
  allow: 'question.make',
  largest: LARGEST,
  run: async (person, { file, take, seen }): Promise<Outcome<{ count: number }>> => {
    const read = await readInTurn(bytesOf(file));
    if (read === null) return refuse('tooMany');
    if ('refused' in read || seenOf(read.preview) !== seen) return refuse('changedMeanwhile', 'file');
    const { format, items } = read.preview;
    const versions = [...new Set(take)].flatMap((place) => {
      const { document = null, question = null } = items[place] ?? {};
      return document === null || question === null
        ? []
        : [{ source: document, said: saidBy(question), createdById: person.id, pictures: [] }];
    });
    if (versions.length < new Set(take).size) return refuse('badInput', 'take');
    await database().$transaction(async (tx) => {
      await insertAllBanked(tx, { ownerId: person.id }, versions);
      await insertAudit(tx, {
        actorId: person.id,
        action: 'question.import',
        subject: person.id,
        details: { format, count: versions.length },
      });
    });
    return { ok: true, count: versions.length };
  },
});

const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));
const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
/** The same for the same lines. */
const seenOf = ({ items }: Preview): string =>
  createHash('sha256')
    .update(JSON.stringify(items.map(({ document }) => document)))
    .digest('base64url');
