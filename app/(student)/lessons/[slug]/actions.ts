'use client';
/** What a card asks for: of the outbox, and of our endpoints. */
import type { Answer } from '../../../../domain/answer.ts';
import type { PracticeState } from '../../../../domain/practice.ts';
import { type Outcome, type RefusalCode, refuse } from '../../../../domain/refusal.ts';
import type { Verdict } from '../../../../domain/verdict.ts';
import type { QuestionActions } from '../../../_components/lesson/card-types.ts';
import { clientId } from '../../../_live/client-id.ts';
import { post } from '../../../_live/post.ts';
import type { Outbox } from '../../../_outbox/outbox.ts';
import type { Place } from '../../../_outbox/rules.ts';
import type { Verdicts } from './use-verdicts.ts';

/** A run waits this long for the pool before it is told that the pool is busy. */
const RUN_LIMIT_MS = 60_000;
const SEND_TRIES = 4;

export function readQuestion(lessonId: string, questionId: string): Promise<Outcome<{ state: PracticeState }>> {
  return post('/api/questions', { lessonId, questionId });
}

export interface ActionParts {
  place: Place;
  user: string;
  outbox(): Outbox;
  verdicts: Verdicts;
  adopt(id: string, state: PracticeState): void;
  /** another question stands there by now: read the lesson anew */
  changed(): Promise<void>;
}

export function makeActions({ place, user, outbox, verdicts, adopt, changed }: ActionParts): QuestionActions {
  const { lessonId, questionId } = place;
  const current = async (): Promise<Outcome<{ state: PracticeState }>> => {
    const read = await readQuestion(lessonId, questionId);
    if (read.ok) adopt(questionId, read.state);
    return read;
  };
  const refused = async (code: RefusalCode) => {
    if (code === 'questionChanged') await changed();
    return refuse(code);
  };
  return {
    keep: (answer) => outbox().keep(place, answer),
    async submit(answer) {
      const told = await outbox().submit(place, answer);
      if (told.is === 'refused') return refused(told.code);
      if (told.is === 'kept') return { ok: true, state: null };
      const read = await current();
      // it is stored; what became of it is asked for again
      return read.ok ? read : { ok: true, state: null };
    },
    async run(answer) {
      const sent = await sendRun(place, user, answer);
      if (!sent.ok) return refused(sent.refused);
      for (const deadline = Date.now() + RUN_LIMIT_MS; Date.now() < deadline; ) {
        await verdicts.wait(sent.submission);
        const read = await post<{ verdict: Verdict | null }>('/api/verdicts', { submission: sent.submission });
        if (read.ok && read.verdict !== null) return { ok: true, verdict: read.verdict };
      }
      return refuse('unavailable');
    },
    async revealHint() {
      const shown = await post<{ hints: string[] }>('/api/hints', { lessonId, questionId });
      return shown.ok ? current() : shown;
    },
    dismiss: () => outbox().dismiss(place),
  };
}

/** A run is asked for here and now: it is tried a few times, and not kept. The same client id each time makes it one. */
async function sendRun(place: Place, as: string, answer: Answer): Promise<Outcome<{ submission: string }>> {
  const body = { ...place, as, answer, purpose: 'run', clientId: clientId() };
  for (let tried = 1; ; tried++) {
    const sent = await post<{ submission: string }>('/api/submissions', body);
    if (sent.ok || sent.refused !== 'unavailable' || tried === SEND_TRIES) return sent;
    await new Promise((resolve) => setTimeout(resolve, 400 * tried));
  }
}
