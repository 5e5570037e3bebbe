/**
 * An answer as it was typed, beside a question that is known: of options those that were chosen, with their words; formulas set,
 * beside what their fields are called; code by lines, so that it can be read where it is narrow.
 */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { Answer } from '../../../domain/answer.ts';
import { answerText, askedKind } from '../../../domain/kinds/asked.ts';
import type { QuestionView } from '../../../domain/question.ts';
import { Html } from '../lesson/html.tsx';
import { Specimen } from '../live/specimen.tsx';
import { RemarkMaths } from '../remarks/remark-maths.tsx';

interface AnswerShownProps {
  question: QuestionView;
  answer: Answer;
  /** on the wall */
  large?: boolean;
}

export function AnswerShown({ question, answer, large = false }: AnswerShownProps) {
  const t = useTranslations('now.shown');
  const { letters, lettered, formulas, keepsLines } = askedKind(question);
  if (answer.kind !== question.kind) return <Specimen answer={answer} large={large} />;
  const typed = formulas?.(answer) ?? [];
  if (typed.length > 0) return <Formulas question={question} typed={typed} />;
  if (keepsLines) return <CodeLines text={answerText(answer)} large={large} />;
  const options = lettered?.(question) ?? [];
  const chosen = letters?.(answer) ?? [];
  if (options.length === 0) return <Specimen answer={answer} large={large} />;
  // in the order in which they were put, where that is what is asked
  const picked = chosen.flatMap((letter) => options.find((one) => one.letter === letter) ?? []);
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

/** What a field that sets formulas writes. */
const SET = /[\\{]/;

function Formulas({ question, typed }: { question: QuestionView; typed: readonly (readonly [string, string])[] }) {
  const { label } = askedKind(question);
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-3 gap-y-2 rounded-1 bg-fill px-3 py-2.5">
      {typed.map(([field, text]) => {
        const name = label?.(question, field) ?? '';
        return (
          <div key={field} className="contents">
            <dt className="text-ink-2">
              {SET.test(name) ? <RemarkMaths tex={name} display={false} /> : <bdi>{name === '' ? field : name}</bdi>}
            </dt>
            <dd dir="ltr" className="min-w-0 overflow-x-auto">
              {SET.test(text) ? <RemarkMaths tex={text} display={false} /> : <code>{text}</code>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** A line that is too long goes on below itself, further in than it began: what stands how far in is what Python means. */
function CodeLines({ text, large }: { text: string; large: boolean }) {
  return (
    <pre
      dir="ltr"
      className={clsx(
        'bg-fill font-mono',
        large ? 'rounded-2' : 'max-h-72 overflow-y-auto rounded-1 px-3 py-2 text-[13px]',
      )}
    >
      {text.split('\n').map((line, at) => {
        const deep = /^\s*/.exec(line)?.[0].length ?? 0;
        return (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is who it is by its number
            key={at}
            className="block whitespace-pre-wrap break-words"
            style={{ paddingInlineStart: `${deep + 2}ch`, textIndent: '-2ch' }}
          >
            {line.slice(deep) === '' ? '\u00a0' : line.slice(deep)}
          </span>
        );
      })}
    </pre>
  );
}
