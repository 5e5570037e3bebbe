'use client';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { Answer } from '../../../domain/answer.ts';
import { askedKind, emptyAnswer, hasContent } from '../../../domain/kinds/asked.ts';
import type { QuestionView } from '../../../domain/question.ts';
import type { RefusalCode } from '../../../domain/refusal.ts';
import type { Verdict } from '../../../domain/results/verdict.ts';
import { calls } from '../../_client/calls.ts';
import { useRefusals } from '../../_i18n/use-refusals.ts';
/**
 * An exercise for whoever comes by: graded for real, kept by nobody. Its editor is loaded once somebody comes near it with a
 * finger, a mouse or the keyboard; until then a plain field of the same size can be typed in.
 */
import { frontField } from '../../_kinds/front.ts';
import { Button } from '../../_ui/button.tsx';
import { Chip } from '../../_ui/chip.tsx';
import { sameAnswer } from '../lesson/card-parts.ts';
import { UNTOUCHED } from '../lesson/card-types.ts';
import { Html } from '../lesson/html.tsx';
import { VerdictView } from '../lesson/verdict-view.tsx';
import { tryOut } from '../live/try-out.ts';

export function TryExercise({ question }: { question: QuestionView }) {
  const { runsCode, testsAreFields } = askedKind(question);
  const action = runsCode ? 'run' : 'check';
  const Field = frontField(question);
  const t = useTranslations('home.front.try');
  const say = useRefusals();
  const id = useId();
  const [answer, setAnswer] = useState(() => emptyAnswer(question));
  const [near, setNear] = useState(false);
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<{ answer: Answer; verdict: Verdict }>();
  const [refused, setRefused] = useState<RefusalCode>();
  const [empty, setEmpty] = useState(false);
  const run = async (): Promise<void> => {
    if (busy) return;
    setEmpty(!hasContent(answer));
    if (!hasContent(answer)) return;
    setBusy(true);
    setRefused(undefined);
    const tried = await tryOut({
      start: () => calls.front.run.mutate({ exercise: question.id, answer }),
      read: (one) => calls.front.read.mutate({ try: one }),
    });
    setBusy(false);
    if (tried.ok) setTold({ answer, verdict: tried.verdict });
    else setRefused(tried.refused);
  };
  const current = told !== undefined && sameAnswer(answer, told.answer);
  return (
    <article
      aria-labelledby={id}
      onPointerEnter={() => setNear(true)}
      onFocus={() => setNear(true)}
      className="flex min-w-0 flex-col rounded-2 border border-line bg-sheet shadow-sheet"
    >
      <header className="flex flex-wrap items-center gap-3 border-line border-b px-4 py-3 sm:px-5">
        <Chip tone="violet">{t(runsCode ? 'code' : 'maths')}</Chip>
        <h3 id={id} className="font-semibold text-[15.5px]">
          {question.title}
        </h3>
      </header>
      <div className="grid flex-1 grid-cols-[minmax(0,1fr)] content-start gap-4 px-4 py-4 sm:px-5">
        <Html html={question.promptHtml} className="lesson-prose" />
        <div>
          {Field && (
            <Field
              question={question}
              answer={answer}
              onChange={setAnswer}
              verdict={current ? told.verdict : null}
              state={UNTOUCHED}
              disabled={false}
              labelledBy={id}
              asleep={!near}
            />
          )}
        </div>
        <div aria-live="polite" className="empty:hidden">
          {empty && !hasContent(answer) && <p className="text-[14px] text-wait">{t('empty')}</p>}
          {refused !== undefined && <p className="text-[14px] text-wrong">{say(refused)}</p>}
          {told !== undefined && (
            <VerdictView verdict={told.verdict} run={action === 'run'} old={!current} free onlyOpen={testsAreFields} />
          )}
        </div>
      </div>
      <footer className="flex flex-wrap items-center justify-between gap-3 border-line border-t px-4 py-3 sm:px-5">
        <p className="text-[13px] text-ink-3">{t('kept')}</p>
        <Button look="first" aria-disabled={busy} onClick={() => void run()}>
          {t(busy ? 'busy' : action)}
        </Button>
      </footer>
    </article>
  );
}
