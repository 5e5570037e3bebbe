'use client';
/** Of one cell what was answered in a live session, and what was said to what was handed in. */
import { useTranslations } from 'next-intl';
import type { PlayedTold, SaidTold } from '../../../../../domain/activities/cell-told.ts';
import { RemarkText } from '../../../../_features/remarks/remark-text.tsx';
import { BDI } from '../../../../_i18n/bdi.tsx';
import { DateTime } from '../../../../_ui/date-time.tsx';

const SIGNS: Record<PlayedTold['mark'], string> = {
  none: '·',
  right: '✓',
  partly: '◐',
  wrong: '▲',
  waits: '…',
  received: '↑',
  unclear: '?',
};

/** Question by question, with a sign and a word for how right it was; nothing where nothing was played. */
export function CellPlayed({ played }: { played: readonly PlayedTold[] }) {
  const t = useTranslations('grades');
  if (played.length === 0) return null;
  return (
    <section className="grid gap-1.5">
      <h3 className="font-semibold text-[14px]">{t('answered')}</h3>
      <ol className="divide-y divide-line text-[13.5px]">
        {played.map(({ title, text, first, mark }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was played has one order
          <li key={at} className="grid gap-0.5 py-1.5">
            <bdi className="text-ink-2">{title}</bdi>
            <span>
              <span aria-hidden>{SIGNS[mark]}</span> <span className="sr-only">{t(`marks.${mark}`)}</span>
              <bdi className="[overflow-wrap:anywhere]">{text}</bdi>
            </span>
            {first !== null && <span className="text-ink-3">{t.rich('votedFirst', { ...BDI, text: first })}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Remarks in the order in which they were said; nothing where there are none. */
export function CellSaid({ said }: { said: readonly SaidTold[] }) {
  const t = useTranslations('grades');
  if (said.length === 0) return null;
  return (
    <section className="grid gap-1.5">
      <h3 className="font-semibold text-[14px]">{t('remarks')}</h3>
      <ul className="divide-y divide-line text-[13.5px]">
        {said.map(({ id, question, by, line, text, at }) => (
          <li key={id} className="grid grid-cols-[minmax(0,1fr)] gap-0.5 py-1.5">
            <span className="text-ink-3">
              <bdi>{question}</bdi>
              {line !== null && <> · {t('line', { line })}</>} · <bdi>{by ?? t('somebody')}</bdi> ·{' '}
              <DateTime iso={at} form="dated" />
            </span>
            <RemarkText text={text} />
          </li>
        ))}
      </ul>
    </section>
  );
}
