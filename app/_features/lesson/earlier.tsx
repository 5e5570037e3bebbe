/** What somebody wrote for a question before it was changed: options by their words, since letters have moved. */
import { useTranslations } from 'next-intl';
import type { Answer } from '../../../domain/answer.ts';
import { answerText, askedKind, ofKind } from '../../../domain/kinds/asked.ts';
import type { EarlierWork } from '../../../domain/practice.ts';
import type { QuestionView } from '../../../domain/question.ts';
import { ScrolledText } from '../../_ui/scrolled-text.tsx';
import { Html } from './html.tsx';

export function Changed({ question, earlier }: { question: QuestionView; earlier: EarlierWork | null }) {
  const t = useTranslations('lesson.card');
  const otherValues = earlier !== null && earlier.question.variant !== question.variant;
  return (
    <div role="status" className="grid gap-2 rounded-[10px] border border-wait/50 px-3.5 py-2.5 text-[14px]">
      <p className="font-[550] text-wait">{t(otherValues ? 'otherValuesNow' : 'changed')}</p>
      {earlier !== null && (
        <>
          <p className="text-ink-2">{t(otherValues ? 'earlierValues' : 'earlier')}</p>
          <Earlier {...earlier} />
        </>
      )}
    </div>
  );
}

function Earlier({ question, answer }: EarlierWork) {
  const t = useTranslations('lesson.card');
  const words = optionsIn(question, answer);
  if (words === null)
    return (
      <ScrolledText label={t('earlierAnswer')} className="max-h-60 px-3 py-2 text-[13px]">
        {answerText(answer)}
      </ScrolledText>
    );
  return (
    <ol className="grid gap-1">
      {words.map((html) => (
        <li key={html}>
          <Html html={html} className="lesson-prose lesson-small" />
        </li>
      ))}
    </ol>
  );
}

function optionsIn(question: QuestionView, answer: Answer): string[] | null {
  const kind = askedKind(question);
  const letters = ofKind(question, answer) && kind.letters?.(answer);
  if (!letters) return null;
  const byLetter = new Map(kind.lettered?.(question).map((one) => [one.letter, one.html]));
  return letters.map((letter) => byLetter.get(letter) ?? kind.meaning?.(question, letter) ?? letter);
}
