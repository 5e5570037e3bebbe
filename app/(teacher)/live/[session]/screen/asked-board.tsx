/** What a class has before it on its phones: the code that it begins with, the examples, the names of the parts. */
import { useTranslations } from 'next-intl';
import type { AskedQuestion } from '../../../../../domain/live/views.ts';
import { Html } from '../../../../_components/lesson/html.tsx';

type CodeQuestion = Extract<AskedQuestion, { kind: 'function' | 'blanks' }>;

/** A longer starter is for the phone: the wall shows the line with the function's name. */
const LONGEST_STARTER = 12;
const MOST_EXAMPLES = 3;

export function AskedBoard({ asked }: { asked: AskedQuestion }) {
  const t = useTranslations('live.screen');
  switch (asked.kind) {
    case 'function':
    case 'blanks':
      return (
        <div className="wall-beside">
          <section className="min-w-0">
            <h2 className="wall-head">
              {t(asked.kind === 'blanks' ? 'gaps' : 'starter', { language: t(asked.language) })}
            </h2>
            {asked.kind === 'blanks' ? <Template template={asked.template} /> : <Starter asked={asked} />}
          </section>
          <Examples asked={asked} />
        </div>
      );
    case 'maths':
      return (
        <ul className="flex flex-wrap justify-center gap-[0.6em]" aria-label={t('parts')}>
          {asked.parts.map((part) => (
            <li key={part.id} className="wall-box flex items-center gap-[0.5em]">
              <Html as="span" html={part.labelHtml} className="font-serif" />
              <span aria-hidden className="text-ink-3">
                = …
              </span>
            </li>
          ))}
        </ul>
      );
    default:
      return null;
  }
}

function Starter({ asked: { starter, entry, language } }: { asked: Extract<AskedQuestion, { kind: 'function' }> }) {
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

function Template({ template }: Pick<Extract<AskedQuestion, { kind: 'blanks' }>, 'template'>) {
  const gaps = template.flatMap((piece) => ('gap' in piece ? [piece.gap] : []));
  return (
    <pre>
      <code>
        {template.map((piece) =>
          'gap' in piece ? (
            <span key={piece.gap} className="rounded bg-violet-soft px-[0.6ch] text-violet-ink">
              {'_'.repeat(Math.min(piece.width, 12))}
              <sub>{gaps.indexOf(piece.gap) + 1}</sub>
            </span>
          ) : piece.html === undefined ? (
            piece.text
          ) : (
            <Html key={piece.text} as="span" html={piece.html} />
          ),
        )}
      </code>
    </pre>
  );
}

function Examples({ asked: { examples, hiddenTests } }: { asked: CodeQuestion }) {
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
