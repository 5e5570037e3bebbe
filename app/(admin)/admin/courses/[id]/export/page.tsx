/** A whole course is taken out as a zip: what would be in it is told before there is a file. */
import type { Metadata } from 'next';
import Link from 'next/link';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { readCourseOut, requireEditor } from '../../../../../_data/courses.ts';
import { Header } from '../../../../../_features/header/header.tsx';
import { BDI } from '../../../../../_i18n/bdi.tsx';
import { loadImportWords } from '../../../../../_i18n/import-words.ts';
import { withWords } from '../../../../../_i18n/with-words.tsx';
import { TakeOut } from './take-out.tsx';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.courseOut'))('title') };
}

async function TakeOutPage({ params }: Props) {
  const { id } = await params;
  const { viewer, found } = await requireEditor(`/admin/courses/${id}/export`, { of: 'course', id });
  const { refused, said, size, ...counts } = await readCourseOut(viewer, id);
  const t = await getTranslations('desk.courseOut');
  const words = await loadImportWords(await getLocale());
  const format = await getFormatter();
  const megabytes = format.number(Math.max(0.01, size / 2 ** 20), { maximumFractionDigits: 2 });
  return (
    <>
      <Header user={viewer}>
        <Link href={`/admin/courses/${id}`} className="truncate hover:text-ink max-sm:hidden">
          ‹ <bdi>{found.title}</bdi>
        </Link>
      </Header>
      <main id="content" className="mx-auto grid max-w-[760px] grid-cols-[minmax(0,1fr)] gap-5 px-4 py-10 sm:px-6">
        <h1 className="font-semibold font-serif text-[34px] leading-tight">{t('title')}</h1>
        <p className="text-ink-2">{t.rich('means', { title: found.title, ...BDI })}</p>
        <section aria-label={t('holdsTitle')} className="grid gap-2 rounded-2 border border-line bg-sheet p-4">
          <h2 className="font-semibold text-[16px]">{t('holdsTitle')}</h2>
          <ul className="list-disc ps-5 text-[15px] tabular-nums">
            <li>{t('holds.lessons', counts)}</li>
            <li>{t('holds.questions', counts)}</li>
            <li>{t('holds.rest', counts)}</li>
            <li>{t('holds.size', { megabytes })}</li>
          </ul>
          <p className="text-[14px] text-ink-2">{t('stays')}</p>
        </section>
        {said.length > 0 && (
          <section aria-label={t('saidTitle')} className="grid gap-2">
            <h2 className="font-semibold text-[16px]">{t('saidTitle')}</h2>
            <ul className="grid gap-2 text-[15px]">
              {said.map(({ title, remarks }, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: what is said of one is its place
                <li key={place} className="border-line border-t pt-2">
                  <bdi className="font-[550]">{title}</bdi>
                  {remarks.map((remark) => (
                    <span key={remark.code} className="block text-[14px] text-ink-2">
                      {words.sentence(remark)}
                    </span>
                  ))}
                </li>
              ))}
            </ul>
          </section>
        )}
        {refused === null ? (
          <TakeOut courseId={id} />
        ) : (
          <p role="alert" className="text-[15px] text-wrong">
            {words.sentence(refused)}
          </p>
        )}
      </main>
    </>
  );
}

export default withWords('/admin/courses/[id]/export', TakeOutPage);
