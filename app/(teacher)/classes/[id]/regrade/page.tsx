/** Regrading what a class has handed in to a lesson that was corrected since. */

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Reads } from '../../../../_client/reads.tsx';
import { requireClass } from '../../../../_data/classes.ts';
import { readRegradePage } from '../../../../_data/regrades.ts';
import { RegradePanel } from '../../../../_features/regrading/regrade-panel.tsx';
import { withWords } from '../../../../_i18n/with-words.tsx';
import { ClassFrame } from '../class-frame.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.regrade'))('short') };
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ lesson?: string; regrade?: string }> };

async function RegradePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { lesson = '', regrade } = await searchParams;
  const address = `/classes/${id}/regrade?lesson=${encodeURIComponent(lesson)}`;
  const { viewer, found } = await requireClass(id, address);
  const { offer, view } = await readRegradePage(viewer, { lessonId: lesson, classId: id }, regrade);
  return (
    <ClassFrame viewer={viewer} found={found} tab="board">
      <Reads>
        <RegradePanel classId={id} offer={offer} initial={view} address={address} />
      </Reads>
    </ClassFrame>
  );
}

export default withWords('/classes/[id]/regrade', RegradePage);
