'use client';
/** What a card asks for: of the outbox, and of our endpoints. */
import type { PracticeState } from '../../../domain/practice.ts';
import { type Outcome, type RefusalCode, refuse } from '../../../domain/refusal.ts';
import { calls } from '../../_client/calls.ts';
import type { QuestionActions } from '../lesson/card-types.ts';
import { heardTry } from '../live/heard-try.ts';
import { accountTry, tryOut } from '../live/try-out.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Place } from '../outbox/rules.ts';

export function readQuestion(lessonId: string, questionId: string): Promise<Outcome<{ state: PracticeState }>> {
  return calls.practice.questions.mutate({ lessonId, questionId });
}

export interface ActionParts {
  place: Place;
  user: string;
  outbox(): Outbox;
  adopt(id: string, state: PracticeState): void;
  /** another question stands there by now: read the lesson anew */
  changed(): Promise<void>;
}

/** What the card of a question can ask for on a lesson's page. */
export function makeActions({ place, user, outbox, adopt, changed }: ActionParts): QuestionActions {
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
      const tried = await tryOut(accountTry({ ...place, as: user, answer }, heardTry));
      return tried.ok ? tried : refused(tried.refused);
    },
    async revealHint() {
      const shown = await calls.practice.hints.mutate({ lessonId, questionId });
      return shown.ok ? current() : shown;
    },
    async otherValues() {
      const drawn = await calls.practice.variants.mutate({ lessonId, questionId });
      if (drawn.ok) await changed();
      return drawn;
    },
    dismiss: () => outbox().dismiss(place),
  };
}
