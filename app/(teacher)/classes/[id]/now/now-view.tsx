'use client';
/** The class at this moment: its students in fixed places, the hands that are up, and the hour that is led. */
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { ClassNow } from '../../../../../domain/class-now/changes.ts';
import { type GivenPlaces, urgency, workNow } from '../../../../../domain/class-now/work.ts';
import { compareNames } from '../../../../../domain/people/name-order.ts';
import { clientUuid } from '../../../../_client/client-id.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Chip } from '../../../../_ui/chip.tsx';
import { Counts } from './counts.tsx';
import { Hands } from './hands.tsx';
import { HourControls } from './hour-controls.tsx';
import type { Seen } from './seen.ts';
import { StudentSheet } from './student-sheet.tsx';
import { StudentTile } from './student-tile.tsx';
import { Taken } from './taken.tsx';
import { Tray } from './tray.tsx';
import { useChosen } from './use-chosen.ts';
import { useNow } from './use-now.ts';

const MINUTE_MS = 60_000;
const STUCK_AFTER = [3, 5, 10, 15] as const;

interface NowViewProps {
  classId: string;
  initial: ClassNow;
  given: readonly GivenPlaces[];
  may: { lead: boolean; drafts: boolean };
  /** false: the page is shown to the class */
  named: boolean;
}

export function NowView({ classId, initial, given, may, named: namedFirst }: NowViewProps) {
  const t = useTranslations('now.desk');
  const { seen, lost, again } = useNow(classId, initial);
  const [named, setNamed] = useState(namedFirst);
  const [byNeed, setByNeed] = useState(false);
  const [stuckAfter, setStuckAfter] = useState(5);
  const [opened, setOpened] = useState<{ student: string; opening: string }>();
  const chosen = useChosen();
  const id = useId();
  const inOrder = seen.students.toSorted((a, b) => compareNames(a.sort, b.sort) || a.id.localeCompare(b.id));
  const same = Map.groupBy(inOrder, ({ name }) => name);
  const nameOf = ({ name, login }: { name: string; login: string }, at: number): string => {
    if (!named) return t('anonymous', { number: at + 1 });
    return (same.get(name)?.length ?? 0) > 1 ? `${name} (${login})` : name;
  };
  const students = inOrder.map(
    (student, at): Seen => ({
      ...student,
      name: nameOf(student, at),
      work: workNow(student, seen.now, stuckAfter * MINUTE_MS),
      place: given.find((one) => one.id === student.at?.lesson) ?? null,
    }),
  );
  const shown = byNeed ? students.toSorted((a, b) => need(a) - need(b)) : students;
  const taken = <Taken classId={classId} />;
  const open = students.find((one) => one.id === opened?.student);
  const setNames = (now: boolean): void => {
    setNamed(now);
    // a reload in front of the class shows no names either
    history.replaceState(null, '', now ? location.pathname : `${location.pathname}?names=off`);
  };
  return (
    <div className="mx-auto grid max-w-[1500px] grid-cols-[minmax(0,1fr)] gap-5 pb-20">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="font-semibold text-[22px]">{t('title')}</h1>
        {lost && <Chip tone="wait">● {t('stale')}</Chip>}
        <p className="basis-full text-[14px] text-ink-2">{t('intro')}</p>
      </header>
      <HourControls
        classId={classId}
        hour={seen.hour}
        given={given}
        students={students}
        mayLead={may.lead}
        onDone={again}
      />
      {given.length === 0 && (
        <p className="rounded-2 border border-line border-dashed p-8 text-center text-ink-2">{t('nothingGiven')}</p>
      )}
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_320px]">
        <section aria-labelledby={`${id}-students`} className="grid grid-cols-[minmax(0,1fr)] gap-3">
          <div className="flex flex-wrap items-center gap-x-5 gap-y-2 text-[14px] text-ink-2">
            <h2 id={`${id}-students`} className="font-semibold text-[16px] text-ink">
              {t('students')}
            </h2>
            <Counts students={students} />
            <span className="flex flex-wrap items-center gap-x-4 gap-y-2 sm:ms-auto">
              <label className="flex items-center gap-2">
                {t('order')}
                <select
                  value={byNeed ? 'need' : 'name'}
                  onChange={({ target }) => setByNeed(target.value === 'need')}
                  className="min-h-9 rounded-[10px] border border-line bg-sheet px-2 text-ink"
                >
                  <option value="name">{t('byName')}</option>
                  <option value="need">{t('byNeed')}</option>
                </select>
              </label>
              <label className="flex items-center gap-2">
                {t('stuckAfter')}
                <select
                  value={stuckAfter}
                  onChange={({ target }) => setStuckAfter(Number(target.value))}
                  className="min-h-9 rounded-[10px] border border-line bg-sheet px-2 text-ink"
                >
                  {STUCK_AFTER.map((minutes) => (
                    <option key={minutes} value={minutes}>
                      {t('minutes', { minutes })}
                    </option>
                  ))}
                </select>
              </label>
              <Button size="small" onClick={() => setNames(!named)}>
                {t(named ? 'hideNames' : 'showNames')}
              </Button>
            </span>
          </div>
          {students.length === 0 && (
            <p className="rounded-2 border border-line border-dashed p-8 text-center text-ink-2">{t('none')}</p>
          )}
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,15.5rem),1fr))] gap-2.5">
            {shown.map((student) => (
              <StudentTile
                key={student.id}
                student={student}
                chosen={chosen.has(student.id)}
                {...(may.drafts ? { onOpen: () => setOpened({ student: student.id, opening: clientUuid() }) } : {})}
              />
            ))}
          </ul>
        </section>
        <aside className="grid grid-cols-[minmax(0,1fr)] gap-5 max-xl:order-first">
          {seen.hour !== null && <Hands students={students} onDone={again} />}
          {may.drafts && <span className="max-xl:hidden">{taken}</span>}
        </aside>
        {may.drafts && <div className="xl:hidden">{taken}</div>}
      </div>
      {open !== undefined && opened !== undefined && (
        <StudentSheet
          key={opened.opening}
          classId={classId}
          opening={opened.opening}
          student={open}
          students={shown}
          chosen={chosen}
          onStudent={(student) => setOpened({ student, opening: clientUuid() })}
          onClose={() => setOpened(undefined)}
        />
      )}
      {may.drafts && <Tray classId={classId} chosen={chosen} />}
    </div>
  );
}

/** Hands first, the oldest at the head of them. */
function need({ hand, work }: Seen): number {
  return hand === null ? urgency(work) : -1e14 + hand.at;
}
