/** Answers side by side, for the wall: without names unless they are asked for. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readShown } from '../../../../../_data/class-now.ts';
import { requireClass } from '../../../../../_data/classes.ts';
import { FormulaFaces } from '../../../../../_features/lesson/formula-faces.tsx';
import { withWords } from '../../../../../_i18n/with-words.tsx';
import { SideBySide } from './side-by-side.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('now.wall'))('title') };
}

type Props = { params: Promise<{ id: string; snapshot: string }> };

async function ShownPage({ params }: Props) {
  const { id, snapshot } = await params;
  const { viewer } = await requireClass(id, `/classes/${id}/now/${snapshot}`, 'hour.watch');
  const shown = await readShown(viewer, id, snapshot);
  return (
    <>
      <FormulaFaces />
      <SideBySide classId={id} shown={shown} />
    </>
  );
}

export default withWords('/classes/[id]/now/[snapshot]', ShownPage);
