/** What a class has misunderstood, by weeks: who showed it, with which answers, and something to practise for them. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireClass } from '../../../../_data/classes.ts';
import { readMap } from '../../../../_data/insight.ts';
import { withWords } from '../../../../_i18n/with-words.tsx';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { DateTime } from '../../../../_ui/date-time.tsx';
import { ClassFrame } from '../class-frame.tsx';
import { MapView } from './map-view.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.insight'))('title') };
}

async function InsightPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { viewer, found } = await requireClass(id, `/classes/${id}/insight`, 'class.results');
  const map = await readMap(viewer, id);
  const t = await getTranslations('desk.insight');
  return (
    <ClassFrame viewer={viewer} found={found} tab="insight">
      <div className="mx-auto grid max-w-[1200px] grid-cols-[minmax(0,1fr)] gap-5">
        <header className="grid gap-1">
          <h1 className="font-semibold text-[22px]">{t('title')}</h1>
          <p className="max-w-[75ch] text-[14px] text-ink-2">{t('what')}</p>
          {map.uncounted.length > 0 && (
            <p className="text-[14px] text-wait">
              ◷ {t('uncounted', { count: map.uncounted.length })}{' '}
              {map.uncounted.map((at, index) => (
                <span key={at}>
                  {index > 0 && ', '}
                  <DateTime iso={at} form="dated" zone={found.timeZone} />
                </span>
              ))}
            </p>
          )}
        </header>
        {map.rows.length === 0 ? (
          <div className="grid justify-items-center gap-3 rounded-2 border border-line border-dashed p-8 text-center text-ink-2">
            <p>{t('none')}</p>
            <ButtonLink href="/misconceptions" prefetch={false}>
              {t('toCatalogue')}
            </ButtonLink>
          </div>
        ) : (
          <MapView classId={id} map={map} mayGive={found.may.manage} />
        )}
      </div>
    </ClassFrame>
  );
}

export default withWords('/classes/[id]/insight', InsightPage);
