/** The hands that are up, first come first, each to be lowered when somebody was there. */
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { useCommand } from '../../../../_client/use-command.ts';
import { HandSign } from '../../../../_features/class-now/signs.tsx';
import { BDI } from '../../../../_i18n/bdi.tsx';
import { Button } from '../../../../_ui/button.tsx';
import type { Seen } from './seen.ts';
import { usePlaceName } from './use-place-name.ts';

export function Hands({ students, onDone }: { students: readonly Seen[]; onDone(): void }) {
  const t = useTranslations('now.desk');
  const id = useId();
  const placeName = usePlaceName();
  const { busy, error, send } = useCommand();
  const up = students
    .flatMap((student) => (student.hand === null ? [] : [{ student, hand: student.hand }]))
    .toSorted((a, b) => a.hand.at - b.hand.at);
  return (
    <section aria-labelledby={id} className="rounded-2 border border-line bg-sheet">
      <h2 id={id} className="flex items-center gap-2 border-line border-b px-4 py-3 font-semibold text-[15px]">
        <HandSign /> {t('hands')}
        {up.length > 0 && <span className="ms-auto text-ink-2 tabular-nums">{up.length}</span>}
      </h2>
      <div role="status" className="sr-only">
        {up[0] !== undefined && t.rich('handOf', { name: up[0].student.name, count: up.length, ...BDI })}
      </div>
      {up.length === 0 ? (
        <p className="px-4 py-3 text-[14px] text-ink-2">{t('noHands')}</p>
      ) : (
        <ol className="divide-y divide-line">
          {up.map(({ student, hand }, at) => (
            <li key={hand.id} className="flex items-center gap-3 px-4 py-2.5">
              <span className="w-5 shrink-0 text-ink-3 tabular-nums">{at + 1}</span>
              <span className="grid min-w-0 flex-1 text-[14.5px]">
                <bdi className="truncate font-[550]">{student.name}</bdi>
                <span dir="auto" className="truncate text-[12.5px] text-ink-2">
                  {placeName(student) ?? t('state.away')}
                </span>
              </span>
              <Button
                size="small"
                idle={busy}
                aria-label={t('lowerOf', { name: student.name })}
                onClick={async () => {
                  if ((await send('now.lower', { hand: hand.id })) !== undefined) onDone();
                }}
              >
                {t('lower')}
              </Button>
            </li>
          ))}
        </ol>
      )}
      {error !== undefined && (
        <p role="alert" className="px-4 pb-3 text-[13px] text-wrong">
          {error}
        </p>
      )}
    </section>
  );
}
