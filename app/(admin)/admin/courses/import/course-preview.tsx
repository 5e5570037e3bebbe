'use client';
/** What would come of the zip of a course: its levels and lessons, under which addresses, and what is wrong with which of them. */
import { useTranslations } from 'next-intl';
import type { Remark } from '../../../../../domain/exchange/remark.ts';
import type { SeenCourse, SeenPlace } from '../../../../../server/features/importing/course.ts';
import type { ImportWords } from '../../../../_i18n/import-words.ts';
import { Chip } from '../../../../_ui/chip.tsx';

export function CoursePreview({ course, words }: { course: SeenCourse; words: ImportWords }) {
  const t = useTranslations('desk.courseIn');
  const { title, description, slug, wanted, levels, questions, pictures, misconceptions } = course;
  const places = levels.flatMap((level) => level.places);
  const faulty = places.filter(({ state }) => state === 'faulty').length;
  const moved = [course, ...places].filter((one) => one.wanted !== null).length;
  const wrong = questions.filter(({ state }) => state === 'faulty');
  const of = (state: SeenPlace['state']): number => places.filter((one) => one.state === state).length;
  return (
    <section aria-label={t('preview')} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <header className="grid gap-1">
        <h2 className="break-words font-semibold font-serif text-[24px] leading-tight">
          <bdi>{title}</bdi>
        </h2>
        <p dir="auto" className="text-[15px] text-ink-2 empty:hidden">
          {description}
        </p>
        <Address path="/courses/" slug={slug} wanted={wanted} />
        <ul className="mt-1 list-disc ps-5 text-[15px] tabular-nums">
          <li>{t('lessons', { written: of('written'), unwritten: of('unwritten'), levels: levels.length })}</li>
          <li>
            {t('questions', {
              fresh: questions.filter(({ state }) => state === 'new').length,
              here: questions.filter(({ state }) => state === 'here').length,
            })}
          </li>
          <li>{t('rest', { pictures, misconceptions })}</li>
        </ul>
        {moved > 0 && <p className="text-[15px] text-ink-2">{t('moved', { count: moved })}</p>}
        {faulty > 0 && <p className="text-[15px] text-wait">▲ {t('faulty', { count: faulty })}</p>}
      </header>
      {wrong.length > 0 && (
        <section aria-label={t('wrongQuestions')} className="grid gap-2">
          <h3 className="font-semibold text-[16px]">{t('wrongQuestions')}</h3>
          <ul className="grid gap-2">
            {wrong.map(({ file, title: named, remarks }) => (
              <li key={file} className="grid gap-0.5 border-line border-t pt-2 text-[15px]">
                <bdi className="font-[550]">{named}</bdi>
                <Reasons file={file} remarks={remarks} words={words} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {levels.map(({ number, slug: address, title: named, places: inside }) => (
        <section key={address} aria-label={named} className="rounded-2 border border-line bg-sheet">
          <h3 className="px-4 py-2.5 font-semibold text-[16px]">
            {t('level', { number })} <bdi>{named}</bdi>
          </h3>
          <ol className="divide-y divide-line empty:hidden">
            {inside.map((place) => (
              <li key={place.slug} className="grid gap-1 px-4 py-2.5">
                <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                  <bdi className="font-[550]">{place.title}</bdi>
                  {place.state === 'unwritten' && <Chip>{t('unwritten')}</Chip>}
                  {place.state === 'faulty' && <Chip tone="wait">▲ {t('asDraft')}</Chip>}
                  {place.questions > 0 && (
                    <span className="text-[13px] text-ink-3">{t('asks', { count: place.questions })}</span>
                  )}
                </span>
                {place.wanted !== null && <Address path="/lessons/" slug={place.slug} wanted={place.wanted} />}
                <Problems place={place} words={words} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}

/** The address that it gets; and which one it cannot have, since something here has it. */
function Address({ path, slug, wanted }: { path: string; slug: string; wanted: string | null }) {
  const t = useTranslations('desk.courseIn');
  return (
    <span className="text-[13.5px] text-ink-2">
      <span dir="ltr">
        {path}
        {slug}
      </span>
      {wanted !== null && <> · {t('taken', { wanted: path + wanted })}</>}
    </span>
  );
}

/** Enough to see what is the matter; the editor tells all of them. */
const MOST_TOLD = 3;

function Problems({ place: { file, problems, remarks }, words }: { place: SeenPlace; words: ImportWords }) {
  const t = useTranslations('desk.courseIn');
  return (
    <>
      <Reasons file={file ?? ''} remarks={remarks} words={words} />
      <ul className="grid gap-0.5 text-[13.5px] text-ink-2 empty:hidden">
        {problems.slice(0, MOST_TOLD).map((problem) => (
          <li key={JSON.stringify(problem)}>
            {t('at', { file: file ?? '', line: String(problem.line) })} {words.problem(problem)}
          </li>
        ))}
        {problems.length > MOST_TOLD && <li>{t('more', { count: problems.length - MOST_TOLD })}</li>}
      </ul>
    </>
  );
}

function Reasons({ file, remarks, words }: { file: string; remarks: readonly Remark[]; words: ImportWords }) {
  return (
    <ul className="grid gap-0.5 text-[13.5px] text-ink-2 empty:hidden">
      {remarks.map((remark) => (
        <li key={JSON.stringify(remark)}>
          <bdi>{file}</bdi>: {words.sentence(remark)}
        </li>
      ))}
    </ul>
  );
}
