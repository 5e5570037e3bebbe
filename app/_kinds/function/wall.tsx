/** A function to be written, on the wall: a longer starter is for the phone, and the wall shows the line with the function's name. */
import { useTranslations } from 'next-intl';
import type { QuestionViewOf } from '../../../domain/question.ts';
import { WallCode } from '../code/wall-examples.tsx';

const LONGEST_STARTER = 12;

export function FunctionWall({ asked }: { asked: QuestionViewOf<'function'> }) {
  return (
    <WallCode asked={asked} what="starter">
      <Starter asked={asked} />
    </WallCode>
  );
}

function Starter({ asked: { starter, entry, language } }: { asked: QuestionViewOf<'function'> }) {
  const t = useTranslations('live.screen');
  const code = starter.replace(/\s+$/, '');
  const lines = code.split('\n');
  if (lines.length <= LONGEST_STARTER) return <pre>{code}</pre>;
  const signature = lines.find((line) => new RegExp(`^(?:def|(?:async )?function)\\s+${entry}\\b`).test(line));
  return (
    <>
      <pre>{signature ?? (language === 'python' ? `def ${entry}(…):` : `function ${entry}(…)`)}</pre>
      <p className="text-ink-2">{t('restOnYourDevice')}</p>
    </>
  );
}
