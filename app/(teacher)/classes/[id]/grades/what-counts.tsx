'use client';
/** What counts: categories with weights, of each activity its category and weight, and how a total is shown. Saved in one. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Category } from '../../../../../domain/activities/gradebook.ts';
import {
  GRADES_AS,
  type GradeColumn,
  type GradeRules,
  type GradesAs,
  totalOfRow,
} from '../../../../../domain/activities/gradebook-wire.ts';
import { faultOfScale, type Mark } from '../../../../../domain/activities/scale.ts';
import type { Given } from '../../../../_client/calls.ts';
import { useCommand } from '../../../../_client/use-command.ts';
import { Button } from '../../../../_ui/button.tsx';
import { SelectField } from '../../../../_ui/select-field.tsx';
import { SheetDialog } from '../../../../_ui/sheet-dialog.tsx';
import { Categories } from './categories.tsx';
import { ColumnsThatCount } from './columns-that-count.tsx';
import { Scale } from './scale.tsx';
import { readCount, readWeight, type TypedCategory, type TypedColumn } from './typed.ts';
import type { ShownRow } from './use-grades.ts';

interface WhatCountsProps {
  classId: string;
  columns: readonly GradeColumn[];
  rules: GradeRules;
  rows: readonly ShownRow[];
  onClose(): void;
  /** @param back sets it as it was before */
  onSaved(back: Given<'grades.setUp'>['back']): Promise<void>;
}

/** The sheet in which that is set. */
export function WhatCounts({ classId, columns, rules, rows, onClose, onSaved }: WhatCountsProps) {
  const t = useTranslations('grades.set');
  const { busy, error, send } = useCommand();
  const [categories, setCategories] = useState<readonly TypedCategory[]>(() =>
    rules.categories.map(({ id, name, weight, dropLowest }) => ({
      ...{ id, name },
      ...{ weight: String(weight), dropLowest: String(dropLowest) },
    })),
  );
  const [typed, setTyped] = useState<readonly TypedColumn[]>(() =>
    columns.map(({ id, title, categoryId, weight, hidden }) => ({
      id,
      title,
      categoryId,
      weight: String(weight),
      hidden,
    })),
  );
  const [gradesAs, setGradesAs] = useState<GradesAs>(rules.gradesAs);
  const [marks, setMarks] = useState<readonly Mark[] | null>(rules.scale);
  const [tried, setTried] = useState(false);
  const read = readTyped(categories, typed);
  const scale = gradesAs === 'marks' ? (marks ?? []) : marks;
  const scaleFault = scale === null ? undefined : faultOfScale(scale);
  const save = async (): Promise<void> => {
    setTried(true);
    if (read === undefined || (scaleFault !== undefined && gradesAs === 'marks')) return;
    // what was not changed here may have been by somebody else
    const changed = read.columns.filter((one) => {
      const was = columns.find(({ id }) => id === one.id);
      return was?.categoryId !== one.categoryId || was.weight !== one.weight || was.hidden !== one.hidden;
    });
    const notIn = (some: readonly Category[], others: readonly Category[]): string[] =>
      some.flatMap(({ id }) => (others.some((one) => one.id === id) ? [] : [id]));
    const wanted = {
      ...{ classId, gradesAs, scale: scaleFault === undefined ? scale && [...scale] : null },
      ...{ categories: read.categories, removed: notIn(rules.categories, read.categories), columns: changed },
    };
    const done = await send('grades.setUp', wanted);
    if (done !== undefined) await onSaved(done.back);
  };
  const changes = read === undefined ? null : changesOf(rows, columns, rules.categories, read);
  return (
    <SheetDialog title={t('title')} onClose={onClose}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-7">
        <Categories
          categories={categories}
          tried={tried}
          outside={typed.some(({ categoryId, weight }) => categoryId === null && readWeight(weight) !== 0)}
          onChange={setCategories}
          onRemove={(id) => {
            setCategories(categories.filter((one) => one.id !== id));
            setTyped(typed.map((one) => (one.categoryId === id ? { ...one, categoryId: null } : one)));
          }}
        />
        <ColumnsThatCount columns={typed} categories={categories} tried={tried} onChange={setTyped} />
        <section className="grid gap-3">
          <SelectField
            label={t('as')}
            value={gradesAs}
            options={GRADES_AS.map((value) => ({ value, label: t(`shownAs.${value}`) }))}
            onChange={({ target }) => setGradesAs(GRADES_AS.find((one) => one === target.value) ?? 'percent')}
          />
          {gradesAs === 'marks' && (
            <Scale marks={scale ?? []} fault={tried ? scaleFault : undefined} onChange={setMarks} />
          )}
        </section>
        {changes !== null && changes.count > 0 && (
          <p role="status" className="text-[14px] text-ink-2">
            {t('wouldChange', changes)}
          </p>
        )}
        <p className="flex flex-wrap items-center gap-3">
          <Button look="first" idle={busy} onClick={() => void save()}>
            {t('save')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <span role="alert" className="text-[14px] text-wrong empty:hidden">
            {tried && read === undefined ? t('faulty') : error}
          </span>
        </p>
      </div>
    </SheetDialog>
  );
}

interface Read {
  categories: Category[];
  columns: { id: string; categoryId: string | null; weight: number; hidden: boolean }[];
}

/** Undefined: something of it is no such number, or has no name. */
function readTyped(categories: readonly TypedCategory[], typed: readonly TypedColumn[]): Read | undefined {
  const read = categories.map(({ id, name, weight, dropLowest }) => ({
    ...{ id, name: name.trim() },
    ...{ weight: readWeight(weight), dropLowest: readCount(dropLowest) },
  }));
  const columns = typed.map(({ id, categoryId, weight, hidden }) => ({
    id,
    categoryId,
    hidden,
    weight: readWeight(weight),
  }));
  const whole = read.flatMap(({ weight, dropLowest, name, id }) =>
    weight === undefined || dropLowest === undefined || name === '' ? [] : [{ id, name, weight, dropLowest }],
  );
  const all = columns.flatMap(({ weight, ...rest }) => (weight === undefined ? [] : [{ ...rest, weight }]));
  return whole.length < read.length || all.length < columns.length ? undefined : { categories: whole, columns: all };
}

/** Whose total would be another one, and what the class would have on average. */
function changesOf(
  rows: readonly ShownRow[],
  columns: readonly GradeColumn[],
  categories: readonly Category[],
  wanted: Read,
): { count: number; before: number; after: number } {
  const placed = new Map(wanted.columns.map((one) => [one.id, one]));
  const then = columns.map((column) => ({ ...column, ...placed.get(column.id) }));
  const shares = rows.map((row) => ({
    before: totalOfRow(row, columns, categories).share,
    after: totalOfRow(row, then, wanted.categories).share,
  }));
  const mean = (of: (one: (typeof shares)[number]) => number | null): number => {
    const known = shares.flatMap((one) => of(one) ?? []);
    return known.length === 0 ? 0 : known.reduce((sum, share) => sum + share, 0) / known.length;
  };
  return {
    count: shares.filter(({ before, after }) => Math.abs((before ?? -1) - (after ?? -1)) > 1e-9).length,
    before: mean(({ before }) => before),
    after: mean(({ after }) => after),
  };
}
