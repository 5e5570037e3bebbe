/** What the students of a class have asked at exercises: what waits first, each with what had been typed. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readQueue } from '../../../../../server/features/inquiries/reading.ts';
import { Reads } from '../../../../_client/reads.tsx';
import { requireClass } from '../../../../_data/classes.ts';
import { FormulaFaces } from '../../../../_features/lesson/formula-faces.tsx';
import { withWords } from '../../../../_i18n/with-words.tsx';
import { ClassFrame } from '../class-frame.tsx';
import { AskedQueue } from './asked-queue.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inquiries.desk'))('title') };
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ inquiry?: string }> };

async function AskedPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { viewer, found } = await requireClass(id, `/classes/${id}/asked`, 'class.results');
  const read = await readQueue(viewer, { classId: id });
  const { inquiry } = await searchParams;
  const t = await getTranslations('inquiries.desk');
  return (
    <ClassFrame viewer={viewer} found={found} tab="asked">
      <FormulaFaces />
      <div className="mx-auto grid max-w-[1000px] grid-cols-[minmax(0,1fr)] gap-5">
        <header className="grid gap-1">
          <h1 className="font-semibold text-[22px]">{t('title')}</h1>
          <p className="max-w-[75ch] text-[14px] text-ink-2">{t('what')}</p>
        </header>
        <Reads>
          <AskedQueue classId={id} initial={read.ok ? read.queue : []} may={found.may} open={inquiry ?? null} />
        </Reads>
      </div>
    </ClassFrame>
  );
}

export default withWords('/classes/[id]/asked', AskedPage);
