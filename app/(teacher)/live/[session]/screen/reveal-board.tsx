/** The end of a round on the wall: what the class answered, what is right, and why. */
import { useTranslations } from 'next-intl';
import { askedKind } from '../../../../../domain/kinds/asked.ts';
import type { ScreenView } from '../../../../../domain/live/views.ts';
import { Html } from '../../../../_features/lesson/html.tsx';
import { AnswerGroups } from '../../../../_features/live/answer-groups.tsx';
import { Distribution } from '../../../../_features/live/distribution.tsx';
import { isCountedByRight, OwnNote, OwnRight } from '../../../../_features/live/own-numbers.tsx';
import { RightAnswer } from '../../../../_kinds/right-answer.tsx';
import { Prompt, Shown } from './question-board.tsx';
import { SaidBoard } from './said-board.tsx';

export function RevealBoard({ view }: { view: ScreenView }) {
  const t = useTranslations('live');
  const { question } = view;
  if (question === null) return null;
  return (
    <>
      <h1 className="sr-only">{question.title}</h1>
      <Prompt html={question.promptHtml} />
      {view.groups !== null && <AnswerGroups groups={view.groups} before={view.groupsBefore} large />}
      <OwnNote view={view} large />
      {isCountedByRight(view) && <OwnRight view={view} large />}
      {view.distribution !== null && !isCountedByRight(view) && (
        <Distribution tallies={view.distribution} before={view.before} question={question} reveal={view.reveal} large />
      )}
      <SaidBoard view={view} />
      {view.skipped && view.reveal === null && <p className="wall-head text-center">{t('skipped')}</p>}
      <Shown view={view} />
      <Explanation view={view} />
    </>
  );
}

/** Why the right one is right, and what the biggest wrong group did. */
function Explanation({ view }: { view: ScreenView }) {
  const t = useTranslations('live');
  const wrong = view.distribution
    ?.filter((tally) => !tally.correct && tally.count > 0 && tally.noteHtml !== null)
    .sort((a, b) => b.count - a.count)[0];
  const scored = view.question !== null && askedKind(view.question).scored;
  const rightIs = scored && view.groups === null;
  // letters are the same for all, numbers are one's own
  const isLettered = (view.reveal?.value ?? null) === null;
  const right = view.reveal?.value ?? view.reveal?.correct.join(', ') ?? '';
  const told = view.reveal !== null && (rightIs || view.reveal.explanationHtml !== null);
  if (!told && wrong === undefined) return null;
  return (
    <div className="wall-beside">
      {told && view.reveal !== null && (
        <section className="wall-box">
          {scored && (
            <h2>
              {rightIs
                ? t(view.ownValues === true && !isLettered ? 'rightHere' : 'rightIs', { letters: right })
                : t('why')}
            </h2>
          )}
          <RightAnswer question={view.question} reveal={view.reveal} large />
          {view.reveal.explanationHtml !== null && <Html html={view.reveal.explanationHtml} className="font-serif" />}
        </section>
      )}
      {wrong !== undefined && wrong.noteHtml !== null && (
        <section className="wall-box">
          <h2>{t('chose', { label: wrong.label, count: wrong.count })}</h2>
          <Html html={wrong.noteHtml} className="font-serif" />
        </section>
      )}
    </div>
  );
}
