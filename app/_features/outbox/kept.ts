/** What a card is told of its question's entries. Pure. */
import type { KeptWork } from '../lesson/card-types.ts';
import type { Entry, Place } from './rules.ts';

/** What there is to see of an outbox. */
export interface Snapshot {
  entries: readonly Entry[];
  /** ids of what is being sent */
  inFlight: ReadonlySet<string>;
  /** whether what is kept outlives the page; where storage is blocked it does not */
  lasts: boolean;
  /** by lesson and question: when the server stored a draft from here, ISO */
  savedAt: ReadonlyMap<string, string>;
}

export const questionKey = ({ lessonId, questionId }: Pick<Place, 'lessonId' | 'questionId'>): string =>
  `${lessonId} ${questionId}`;

export function keptOf(snapshot: Snapshot, place: Place): KeptWork {
  const key = questionKey(place);
  const mine = snapshot.entries.filter((one) => questionKey(one) === key);
  const draft = mine.find((one) => one.what === 'draft');
  const submission = mine.find((one) => one.what === 'submission');
  const newest = [draft, submission]
    .filter((one) => one !== undefined)
    .sort((a, b) => b.writtenAt - a.writtenAt)
    .at(0);
  const held = snapshot.lasts ? 'onDevice' : 'onPage';
  const waits = (one: Entry): boolean => one.tries > 0;
  return {
    // of other values nothing is taken over: it is sent, and shown beside the question as it is now
    written:
      newest === undefined || newest.variant !== place.variant
        ? null
        : { entry: newest, sameVersion: newest.versionId === place.versionId },
    draft: draft === undefined || draft.final ? 'none' : waits(draft) ? held : 'saving',
    handedIn: submission === undefined || submission.final ? 'no' : waits(submission) ? held : 'sending',
    reason: (submission ?? draft)?.final === false ? ((submission ?? draft)?.reason ?? null) : null,
    refused: [submission, draft].find((one) => one?.final === true)?.reason ?? null,
    savedAt: snapshot.savedAt.get(key) ?? null,
  };
}
