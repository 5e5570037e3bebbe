/** A paper for teachers: everything about questions, about quizzes, about what comes in and goes out. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { readPaper } from '../../../../server/features/courses/papers.ts';
import { requirePermission } from '../../../_data/viewer.ts';
import { PaperPage } from '../../../_features/authoring/paper-page.tsx';
import { withWords } from '../../../_i18n/with-words.tsx';

type Props = { params: Promise<{ paper: string }> };

const PAPERS = ['questions', 'quizzes', 'imports'] as const;
const namedBy = (paper: string) => PAPERS.find((one) => one === paper);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const name = namedBy((await params).paper);
  return name === undefined ? {} : { title: (await getTranslations('home.papers'))(name) };
}

async function PaperOfTeachers({ params }: Props) {
  const { paper } = await params;
  const name = namedBy(paper);
  if (name === undefined) notFound();
  const viewer = await requirePermission(`/how/${name}`, 'question.make');
  const t = await getTranslations('home.papers');
  return <PaperPage viewer={viewer} title={t(name)} paper={await readPaper(name)} />;
}

export default withWords('/how/[paper]', PaperOfTeachers);
