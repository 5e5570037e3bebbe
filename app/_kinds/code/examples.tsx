/** The visible tests: calls and what they must give. They stay while a verdict says more, so that nothing moves. */
import { useTranslations } from 'next-intl';
import type { QuestionViewOf } from '../../../domain/question.ts';

export function Examples({ question }: { question: QuestionViewOf<'blanks' | 'function'> }) {
  const t = useTranslations('lesson.examples');
  if (question.examples.length === 0) return null;
  return (
    <div className="mt-4">
      <h4 className="font-[550] text-[13px] text-ink-2">{t('title')}</h4>
      <ul className="mt-1.5 grid gap-1.5">
        {question.examples.map((example) => (
          <li key={example.id} className="rounded-1 bg-fill px-3 py-2 text-[13px]">
            <pre className="overflow-x-auto whitespace-pre-wrap break-words font-mono">{example.call}</pre>
            <p className="mt-0.5 flex flex-wrap gap-x-2">
              <span className="text-ink-2">{t(example.what === 'shapes' ? 'shapes' : 'gives')}</span>
              <code className="break-words font-mono">{example.expected}</code>
            </p>
          </li>
        ))}
      </ul>
      {question.hiddenTests > 0 && (
        <p className="mt-1.5 text-[13px] text-ink-3">{t('hidden', { count: question.hiddenTests })}</p>
      )}
    </div>
  );
}
