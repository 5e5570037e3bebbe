/** Code on the wall: what a class begins with, beside the examples. */
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { CodeQuestionView } from '../../../domain/kinds/asked.ts';

const MOST_EXAMPLES = 3;

/** @param what what stands in the code: `gaps` to fill, or a `starter` */
export function WallCode({
  asked,
  what,
  children,
}: {
  asked: CodeQuestionView;
  what: 'gaps' | 'starter';
  children: ReactNode;
}) {
  const t = useTranslations('live.screen');
  return (
    <div className="wall-beside">
      <section className="min-w-0">
        <h2 className="wall-head">{t(what, { language: t(asked.language) })}</h2>
        {children}
      </section>
      <Examples asked={asked} />
    </div>
  );
}

function Examples({ asked: { examples, hiddenTests } }: { asked: CodeQuestionView }) {
  const t = useTranslations('live.screen');
  const further = examples.length - MOST_EXAMPLES;
  if (examples.length === 0) return null;
  return (
    <section className="min-w-0">
      <h2 className="wall-head">{t('examples')}</h2>
      {/* no wider than its place, so that what is too wide is seen to be */}
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-[0.3em]">
        {examples.slice(0, MOST_EXAMPLES).map((example) => (
          <li key={example.id} className="break-inside-avoid">
            <pre>
              {example.call}
              {'\n→ '}
              {example.expected}
            </pre>
          </li>
        ))}
      </ul>
      {further > 0 && <p className="break-before-avoid text-ink-2">{t('moreOnYourDevice', { count: further })}</p>}
      {hiddenTests > 0 && <p className="break-before-avoid text-ink-2">{t('moreTests', { count: hiddenTests })}</p>}
    </section>
  );
}
