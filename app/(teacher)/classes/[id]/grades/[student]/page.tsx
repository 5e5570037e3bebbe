/** One student's grades on a page of their own, for a talk: on a screen, or printed. */
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getFormatter, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import type { GradeCell } from '../../../../../../domain/activities/cell.ts';
import { type GradeColumn, totalOfRow } from '../../../../../../domain/activities/gradebook-wire.ts';
import { markOf, roundedPercent } from '../../../../../../domain/activities/scale.ts';
import { requireGrades } from '../../../../../_data/classes.ts';
import { readTold } from '../../../../../_data/grades.ts';
import { withWords } from '../../../../../_i18n/with-words.tsx';
import { DateTime } from '../../../../../_ui/date-time.tsx';
import { type PlainColumn, PlainTable } from '../../../../../_ui/table/plain-table.tsx';
import { ClassFrame } from '../../class-frame.tsx';
import { PrintButton } from './print-button.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('grades.talk'))('title') };
}

interface Line {
  column: GradeColumn;
  cell: GradeCell;
}

async function StudentGradesPage({ params }: { params: Promise<{ id: string; student: string }> }) {
  const { id, student } = await params;
  const { viewer, found } = await requireGrades(id, `/classes/${id}/grades/${student}`);
  if (!z.uuid().safeParse(student).success) notFound();
  const told = await readTold(id, student);
  if (told === undefined) notFound();
  const { columns, one, categories, gradesAs, scale } = told;
  const [t, states, format] = await Promise.all([
    getTranslations('grades.talk'),
    getTranslations('grades.states'),
    getFormatter(),
  ]);
  const total = totalOfRow(one, columns, categories);
  const dropped = new Set(total.categories.flatMap((of) => of.dropped));
  const percent = (share: number): string => `${format.number(roundedPercent(share), { maximumFractionDigits: 1 })} %`;
  const lines = columns.flatMap((column, at): Line[] => {
    const cell = one.cells[at];
    return cell === undefined || cell.state === 'notTheirs' ? [] : [{ column, cell }];
  });
  const groups = [...categories, null]
    .map((category) => ({
      category,
      lines: lines.filter(({ column }) => column.categoryId === (category?.id ?? null)),
      share: total.categories.find(({ categoryId }) => categoryId === (category?.id ?? null))?.share ?? null,
    }))
    .filter((group) => group.lines.length > 0);
  const shown: PlainColumn<Line>[] = [
    { id: 'what', title: t('what'), names: true, show: ({ column }) => <bdi>{column.title}</bdi> },
    {
      id: 'when',
      title: t('when'),
      head: 'max-sm:hidden print:table-cell',
      cell: 'max-sm:hidden print:table-cell whitespace-nowrap text-[13px] text-ink-2',
      show: ({ column }) => column.dueAt !== null && <DateTime iso={column.dueAt} form="short" zone={found.timeZone} />,
    },
    {
      id: 'points',
      title: t('points'),
      cell: 'whitespace-nowrap tabular-nums',
      show: ({ cell: { points, maxPoints } }) => (points === null ? '–' : t('of', { points, max: maxPoints })),
    },
    {
      id: 'percent',
      title: '%',
      head: 'max-sm:hidden print:table-cell',
      cell: 'max-sm:hidden print:table-cell whitespace-nowrap tabular-nums',
      show: ({ cell: { points, maxPoints } }) => points !== null && maxPoints > 0 && percent(points / maxPoints),
    },
    {
      id: 'said',
      title: t('said'),
      cell: 'text-[13px] text-ink-2',
      show: ({ column, cell }) =>
        [
          ...(cell.state === 'done' ? [] : [states(cell.state)]),
          ...(cell.days > 0 && cell.points !== null ? [t('late', { days: cell.days })] : []),
          ...(dropped.has(column.id) ? [t('dropped')] : []),
          ...(column.weight === 0 ? [t('weightless')] : []),
          ...(cell.points !== null && !cell.counts ? [t('notYet')] : []),
        ].join(', '),
    },
  ];
  const points = gradesAs === 'points' ? t('of', { points: total.points, max: total.maxPoints }) : undefined;
  const mark = gradesAs === 'marks' && scale !== null && total.share !== null ? markOf(total.share, scale) : undefined;
  return (
    <ClassFrame viewer={viewer} found={found} tab="grades">
      <div className="mx-auto grid max-w-[860px] grid-cols-[minmax(0,1fr)] gap-6">
        <header className="flex flex-wrap items-end gap-x-4 gap-y-2">
          <div className="min-w-0 flex-1 max-sm:basis-full">
            <Link
              href={`/classes/${id}/grades`}
              className="text-[14px] text-violet-ink hover:underline print:hidden"
              prefetch={false}
            >
              ← {t('back')}
            </Link>
            <h1 className="font-semibold text-[24px]">
              <bdi>{one.name}</bdi>
            </h1>
            <p className="text-[15px] text-ink-2">
              <bdi>{found.name}</bdi> · <DateTime iso={new Date().toISOString()} form="day" zone={found.timeZone} />
            </p>
          </div>
          <p className="text-[15px] text-ink-2">
            {t('total')}:{' '}
            <strong className="text-[24px] text-ink tabular-nums">
              {total.share === null ? '–' : (points ?? mark ?? percent(total.share))}
            </strong>
            {mark !== undefined && total.share !== null && <> ({percent(total.share)})</>}
          </p>
          <PrintButton />
        </header>
        {groups.length === 0 && <p className="text-ink-2">{t('nothing')}</p>}
        {groups.map(({ category, lines: own, share }) => (
          <section key={category?.id ?? 'none'} className="grid gap-2 break-inside-avoid">
            {(categories.length > 0 || category !== null) && (
              <h2 className="flex flex-wrap items-baseline gap-x-3 font-semibold text-[16px]">
                {category === null ? t('other') : <bdi>{category.name}</bdi>}
                {category !== null && category.weight !== 1 && (
                  <span className="font-normal text-[13px] text-ink-3">{t('weight', { weight: category.weight })}</span>
                )}
                <span className="ms-auto tabular-nums">{share === null ? '–' : percent(share)}</span>
              </h2>
            )}
            <PlainTable
              label={category?.name ?? t('title')}
              columns={shown}
              rows={own}
              idOf={({ column }) => column.id}
            />
          </section>
        ))}
        <p className="text-[13px] text-ink-3">{t('counting')}</p>
      </div>
    </ClassFrame>
  );
}

export default withWords('/classes/[id]/grades/[student]', StudentGradesPage);
