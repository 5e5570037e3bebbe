'use client';
/** What a card asks for, as requests to our endpoints. */
import type { Answer } from '../../../../domain/answer.ts';
import { type Outcome, refuse } from '../../../../domain/refusal.ts';
import type { Verdict } from '../../../../domain/verdict.ts';
import type { QuestionActions, QuestionState } from '../../../_components/lesson/card-types.ts';
import { clientId } from '../../../_live/client-id.ts';
import { post } from '../../../_live/post.ts';
import type { Verdicts } from './use-verdicts.ts';

/** A run waits this long for the pool before it is told that the pool is busy. */
const RUN_LIMIT_MS = 60_000;
const SEND_TRIES = 4;

export function readQuestion(lessonId: string, questionId: string): Promise<Outcome<{ state: QuestionState }>> {
  return post('/api/questions', { lessonId, questionId });
}

export function makeActions(
  lessonId: string,
  questionId: string,
  verdicts: Verdicts,
  adopt: (id: string, state: QuestionState) => void,
): QuestionActions {
  const current = async (): Promise<Outcome<{ state: QuestionState }>> => {
    const read = await readQuestion(lessonId, questionId);
    if (read.ok) adopt(questionId, read.state);
    return read;
  };
  return {
    async saveDraft(answer) {
      const saved = await post<{ savedAt: number }>('/api/drafts', { lessonId, questionId, answer });
      return saved.ok ? { ok: true, savedAt: new Date(saved.savedAt).toISOString() } : saved;
    },
    async submit(answer) {
      const sent = await send(lessonId, questionId, answer, 'submit');
      return sent.ok ? current() : sent;
    },
    async run(answer) {
      const sent = await send(lessonId, questionId, answer, 'run');
      if (!sent.ok) return sent;
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
  };
}

/** The same client id each time: a submission that arrived although its reply was lost is not made twice. */
async function send(
  lessonId: string,
  questionId: string,
  answer: Answer,
  purpose: 'submit' | 'run',
): Promise<Outcome<{ submission: string }>> {
  const id = clientId();
  for (let tried = 1; ; tried++) {
    const sent = await post<{ submission: string }>('/api/submissions', {
      lessonId,
      questionId,
      answer,
      purpose,
      clientId: id,
    });
    if (sent.ok || sent.refused !== 'unavailable' || tried === SEND_TRIES) return sent;
    await new Promise((resolve) => setTimeout(resolve, 400 * tried));
  }
}
