/** What people said in their own words, for a whole class to see: cards, or a cloud of words by their count. */
import { useTranslations } from 'next-intl';
import type { Saying, ScreenView } from '../../../domain/live/views.ts';
import './said-shown.css';

interface SaidShownProps {
  said: Pick<NonNullable<ScreenView['said']>, 'as' | 'entries'>;
}

/** Around it `--u` and `--space` say how large a pixel of the wall is. */
export function SaidShown({ said }: SaidShownProps) {
  return said.as === 'cloud' ? <Cloud entries={said.entries} /> : <Cards entries={said.entries} />;
}

/** Those that stand together by their name, and the others. */
const grouped = (entries: readonly Saying[]): [string | null, Saying[]][] => [
  ...Map.groupBy(
    entries.toSorted((a, b) => Number(a.group === null) - Number(b.group === null)),
    ({ group }) => group,
  ),
];

function Cards({ entries }: { entries: readonly Saying[] }) {
  const t = useTranslations('live.open');
  return grouped(entries).map(([name, cards]) => (
    <section key={name ?? ''} aria-label={name ?? t('answers')} className="wall-said-group">
      {name !== null && (
        <h2 className="wall-head">
          <bdi>{name}</bdi> <span className="tabular-nums">· {cards.length}</span>
        </h2>
      )}
      <ul className="wall-said">
        {cards.map(({ text, by }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a card has nothing to be told by, and no state
          <li key={at} className="wall-card">
            <p dir="auto" className="whitespace-pre-wrap">
              {text}
            </p>
            {by.length > 0 && (
              <p className="wall-by">
                <bdi>{by[0]}</bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  ));
}

/** The largest word, in times of the smallest. */
const LARGEST = 2.6;

type Word = Pick<Saying, 'text' | 'count'>;

function Cloud({ entries }: { entries: readonly Saying[] }) {
  const t = useTranslations('live.open');
  const words = grouped(entries)
    .flatMap(([name, some]): Word[] =>
      name === null ? some : [{ text: name, count: some.reduce((sum, { count }) => sum + count, 0) }],
    )
    .toSorted((a, b) => b.count - a.count);
  const most = Math.max(2, ...words.map(({ count }) => count));
  return (
    <ul className="wall-cloud" aria-label={t('answers')}>
      {fromTheMiddle(words).map(({ text, count }, at) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a word and the name of a group may be the same
          key={at}
          style={{
            fontSize: `${1 + (LARGEST - 1) * Math.sqrt((count - 1) / (most - 1))}em`,
            color: COLOURS[at % COLOURS.length],
          }}
        >
          <bdi>{text}</bdi>
          {count > 1 && (
            <span className="wall-count">
              <span aria-hidden>{count}</span>
              <span className="sr-only">{t('times', { count })}</span>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Words that stand beside each other are told apart. */
const COLOURS = ['var(--violet-ink)', 'var(--ink)', 'var(--good)', 'var(--wait)'];

/** The most frequent in the middle, the others around them. */
function fromTheMiddle<T>(sorted: readonly T[]): T[] {
  const [before, after]: [T[], T[]] = [[], []];
  sorted.forEach((one, at) => {
    if (at % 2 === 0) after.push(one);
    else before.unshift(one);
  });
  return [...before, ...after];
}
