/** Regrading what all classes have handed in to a lesson that was corrected since. */

import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Reads } from '../../../../../_client/reads.tsx';
import { readRegradePage } from '../../../../../_data/regrades.ts';
import { requirePermission } from '../../../../../_data/viewer.ts';
import { Header } from '../../../../../_features/header/header.tsx';
import { RegradePanel } from '../../../../../_features/regrading/regrade-panel.tsx';
import { BDI } from '../../../../../_i18n/bdi.tsx';
import { withWords } from '../../../../../_i18n/with-words.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.regrade'))('short') };
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ regrade?: string }> };

async function RegradeAllPage({ params, searchParams }: Props) {
  const { id } = await params;
  const address = `/admin/lessons/${id}/regrade`;
  const viewer = await requirePermission(address, 'verdict.regrade');
  const { offer, view } = await readRegradePage(viewer, { lessonId: id, classId: null }, (await searchParams).regrade);
  const t = await getTranslations('desk.editor');
  return (
    <>
      <Header user={viewer} wide>
        <Link href={`/admin/lessons/${id}`} className="truncate hover:text-ink max-sm:hidden">
          ‹ {t.rich('title', { lesson: offer.lesson.title, ...BDI })}
        </Link>
      </Header>
      <main id="content" className="px-4 py-6 sm:px-6">
        <Reads>
          <RegradePanel classId={null} offer={offer} initial={view} address={address} />
        </Reads>
      </main>
    </>
  );
}

export default withWords('/admin/lessons/[id]/regrade', RegradeAllPage);
