/** The way on: the lesson before and the one after; a place that is not written yet is named, not linked. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { MapPlace } from '../../../domain/map-place.ts';

type Neighbour = Pick<MapPlace, 'number' | 'title' | 'href'> | null;

export function PreviousNext({ previous, next }: { previous: Neighbour; next: Neighbour }) {
  const t = useTranslations('lesson.way');
  return (
    <nav aria-label={t('label')} className="mt-14 grid gap-3 border-line border-t pt-6 sm:grid-cols-2 print:hidden">
      <Step neighbour={previous} label={t('previous')} sign="←" />
      <Step neighbour={next} label={t('next')} sign="→" end />
    </nav>
  );
}

function Step({
  neighbour,
  label,
  sign,
  end = false,
}: {
  neighbour: Neighbour;
  label: string;
  sign: string;
  end?: boolean;
}) {
  const t = useTranslations('lesson.way');
  if (neighbour === null) return <span className="max-sm:hidden" />;
  const inside = (
    <>
      <span className="block text-[13px] text-ink-3">
        {!end && (
          <span aria-hidden>
            <span className="along">{sign}</span>{' '}
          </span>
        )}
        {label}
        {end && (
          <span aria-hidden>
            {' '}
            <span className="along">{sign}</span>
          </span>
        )}
      </span>
      <span className="block font-[550] text-[15.5px]">
        {neighbour.number} <bdi>{neighbour.title}</bdi>
      </span>
      {neighbour.href === null && <span className="block text-[13px] text-ink-3">{t('unwritten')}</span>}
    </>
  );
  const look = `rounded-2 border border-line px-4 py-3 ${end ? 'sm:text-end' : ''}`;
  return neighbour.href === null ? (
    <div className={`${look} border-dashed text-ink-2`}>{inside}</div>
  ) : (
    <Link href={neighbour.href} className={`${look} bg-sheet hover:border-violet`}>
      {inside}
    </Link>
  );
}
