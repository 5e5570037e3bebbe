'use client';
/** After the quiz: how each question went, and where everybody ended. */
import { useTranslations } from 'next-intl';
import type { HostView } from '../../../../../domain/live/views.ts';
import { Standings } from '../../../../_features/live/standings.tsx';
import { ButtonLink } from '../../../../_ui/button.tsx';

export function HostReport({ view }: { view: HostView }) {
  const t = useTranslations('live.host');
  const live = useTranslations('live');
  return (
    <>
      <h2 className="font-semibold font-serif text-2xl">{t('over')}</h2>
      <p className="flex flex-wrap gap-2">
        <ButtonLink look="first" href={`/live/${view.session}/report`} prefetch={false}>
          {t('wholeReport')}
        </ButtonLink>
        <ButtonLink look="quiet" href="/live" prefetch={false}>
          {t('allPlayed')}
        </ButtonLink>
      </p>
      {view.corrected && <p className="text-[14px] text-ink-2">{live('wasCorrected')}</p>}
      <h3 className="font-semibold">{t('facility')}</h3>
      <ul className="grid gap-2">
        {view.facility.map((round) => (
          <li
            key={`${round.title} ${round.vote}`}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1.5 rounded-[10px] border border-line bg-sheet px-4 py-2.5"
          >
            <span>
              <bdi>{round.title}</bdi>
              {round.vote !== null && <span className="text-ink-3"> · {t(round.vote === 1 ? 'first' : 'second')}</span>}
            </span>
            <span className="text-[14px] text-ink-2 tabular-nums">
              {round.skipped
                ? live('skipped')
                : t(round.scored ? 'rightOf' : 'received', { right: round.right, answered: round.answered })}
            </span>
            {round.said !== null && round.said.length > 0 && <Said said={round.said} />}
            {round.scored && (
              <span className="col-span-2 h-2 overflow-hidden rounded-full bg-fill" aria-hidden>
                <span
                  className="block h-full bg-good"
                  style={{ width: `${round.answered === 0 ? 0 : (100 * round.right) / round.answered}%` }}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
      <p className="text-[14px] text-ink-2">{t('whoSees')}</p>
      <h3 className="font-semibold">{live('standings')}</h3>
      <Standings players={view.everyone} />
    </>
  );
}

/** What was said, without names: it is read later, and by others. */
function Said({ said }: { said: NonNullable<HostView['facility'][number]['said']> }) {
  const t = useTranslations('live.open');
  return (
    <details className="col-span-2 text-[14px]">
      <summary className="min-h-7 cursor-pointer text-ink-2">{t('answers')}</summary>
      <ul className="mt-1 grid grid-cols-[minmax(0,1fr)] gap-1">
        {said.map(({ text, count }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same, and none changes any more
          <li key={at} className="flex gap-2 border-line border-t py-1">
            <span dir="auto" className="min-w-0 flex-1 whitespace-pre-wrap break-words">
              {text}
            </span>
            {count > 1 && <span className="text-ink-2 tabular-nums">{t('times', { count })}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
