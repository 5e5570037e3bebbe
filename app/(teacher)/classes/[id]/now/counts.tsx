/** How many are here, and how many of them are at what. */
import { useTranslations } from 'next-intl';
import type { WorkState } from '../../../../../domain/class-now/work.ts';
import { Chip } from '../../../../_ui/chip.tsx';
import { type Seen, SIGNS } from './seen.ts';

/** In this order; who is not here is told by how many are. */
const TOLD = ['wrong', 'unread', 'partly', 'writing', 'begun', 'notBegun', 'checking', 'reading', 'right'] as const;

export function Counts({ students }: { students: readonly Seen[] }) {
  const t = useTranslations('now.desk');
  const here = students.filter(({ work }) => work.state !== 'away');
  const stuck = here.filter(({ work }) => work.stuck).length;
  const of = (state: WorkState): number => here.filter(({ work }) => work.state === state && !work.stuck).length;
  return (
    <p className="flex flex-wrap items-center gap-1.5">
      <span className="me-1.5 tabular-nums">{t('here', { here: here.length, students: students.length })}</span>
      {stuck > 0 && <Count state="stuck" count={stuck} />}
      {TOLD.map((state) => of(state) > 0 && <Count key={state} state={state} count={of(state)} />)}
    </p>
  );
}

function Count({ state, count }: { state: WorkState | 'stuck'; count: number }) {
  const t = useTranslations('now.desk');
  const { sign, tone } = SIGNS[state];
  return (
    <Chip tone={tone} className="tabular-nums">
      <span aria-hidden>{sign}</span> {count} {t(`state.${state}`)}
    </Chip>
  );
}
