/** A class at this moment: who works on what, whose hand is up, and everybody paused or brought to one place. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Reads } from '../../../../_client/reads.tsx';
import { readClassNow } from '../../../../_data/class-now.ts';
import { requireClass } from '../../../../_data/classes.ts';
import { withWords } from '../../../../_i18n/with-words.tsx';
import { ClassFrame } from '../class-frame.tsx';
import { NowView } from './now-view.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('now.desk'))('title') };
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ names?: string }> };

async function NowPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { viewer, found } = await requireClass(id, `/classes/${id}/now`, 'hour.watch');
  const { names } = await searchParams;
  const { initial, given } = await readClassNow(viewer, id);
  const { manage, drafts } = found.may;
  return (
    <ClassFrame viewer={viewer} found={found} tab="now">
      <Reads>
        <NowView
          key={id}
          classId={id}
          initial={initial}
          given={given}
          may={{ lead: manage, drafts }}
          named={names !== 'off'}
        />
      </Reads>
    </ClassFrame>
  );
}

export default withWords('/classes/[id]/now', NowPage);
