/** An answer as it was typed, beside a question that is known: of options those that were chosen, with their words. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { Answer } from '../../../domain/answer.ts';
import { answerText, askedKind } from '../../../domain/kinds/asked.ts';
import type { QuestionView } from '../../../domain/question.ts';
import { Html } from '../lesson/html.tsx';
import { Specimen } from '../live/specimen.tsx';

interface AnswerShownProps {
  question: QuestionView;
  answer: Answer;
  /** on the wall */
  large?: boolean;
}

export function AnswerShown({ question, answer, large = false }: AnswerShownProps) {
  const t = useTranslations('now.shown');
  const { letters, lettered } = askedKind(question);
  const options = lettered?.(question) ?? [];
  const chosen = answer.kind === question.kind ? (letters?.(answer) ?? []) : [];
  if (options.length === 0) return <Specimen answer={answer} large={large} />;
  const picked = options.filter(({ letter }) => chosen.includes(letter));
  // what has letters and is more than a choice of them is told in its own words
  if (picked.length === 0 && answerText(answer) !== '') return <Specimen answer={answer} large={large} />;
  return (
    <ul className={clsx('grid grid-cols-[minmax(0,1fr)] gap-1.5', !large && 'text-[14px]')}>
      {picked.length === 0 && <li className="text-ink-2">{t('nothing')}</li>}
      {picked.map(({ letter, html }) => (
        <li key={letter} className="flex gap-2.5 rounded-1 bg-fill px-3 py-2">
          <span className="font-semibold">{letter}</span>
          <Html html={html} className="min-w-0" />
        </li>
      ))}
    </ul>
  );
}
