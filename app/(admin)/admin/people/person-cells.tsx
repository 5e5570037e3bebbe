'use client';
/** The columns of the table of people. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Role } from '../../../../domain/people/permissions.ts';
import { useLate } from '../../../_late/late.ts';
import { Button } from '../../../_ui/button.tsx';
import { Chip } from '../../../_ui/chip.tsx';
import { DateTime } from '../../../_ui/date-time.tsx';
import type { DataColumn } from '../../../_ui/table/data-table.tsx';
import type { Account } from './account.ts';
import { usePersonActs } from './person-row.tsx';

const ROLES: readonly Role[] = ['student', 'teacher', 'admin'];

export const PERSON_COLUMNS: readonly DataColumn<Account>[] = [
  {
    id: 'name',
    accessorFn: ({ name }) => name,
    cell: ({ row }) => <NameCell person={row.original} />,
    meta: {
      names: true,
      head: 'whitespace-nowrap inset-s-0 z-20',
      cell: 'sticky inset-s-0 min-w-36 bg-sheet font-[550]!',
    },
  },
  {
    id: 'login',
    accessorFn: ({ login }) => login,
    cell: ({ row }) => <bdi>{row.original.login}</bdi>,
    meta: { head: 'whitespace-nowrap', cell: 'text-ink-2' },
  },
  {
    id: 'role',
    accessorFn: ({ role }) => role,
    cell: ({ row }) => <RoleCell person={row.original} />,
    meta: { head: 'whitespace-nowrap' },
  },
  {
    id: 'state',
    accessorFn: ({ disabled }) => disabled,
    cell: ({ row }) => <StateCell disabled={row.original.disabled} />,
    meta: { head: 'whitespace-nowrap' },
  },
  {
    id: 'since',
    accessorFn: ({ since }) => since,
    cell: ({ row }) => <DateTime iso={row.original.since} form="day" />,
    meta: { head: 'whitespace-nowrap', cell: 'whitespace-nowrap text-ink-2' },
  },
  {
    id: 'actions',
    cell: ({ row }) => <ActsCell person={row.original} />,
    meta: { cell: 'whitespace-nowrap text-end' },
  },
];

function NameCell({ person: { name, disabled } }: { person: Account }) {
  const t = useTranslations('desk.admin');
  const { self, error } = usePersonActs();
  return (
    <>
      <bdi className={clsx(disabled && 'text-ink-3')}>{name}</bdi> {self && <Chip>{t('you')}</Chip>}
      {error !== undefined && (
        <span role="alert" className="block font-normal text-[13px] text-wrong">
          {error}
        </span>
      )}
    </>
  );
}

function RoleCell({ person: { name, role: now } }: { person: Account }) {
  const t = useTranslations('desk.admin');
  const { self, busy, changeRole } = usePersonActs();
  if (self) return t(`roles.${now}`);
  return (
    <select
      aria-label={t('roleOf', { name })}
      value={now}
      disabled={busy}
      onChange={(event) => {
        const role = ROLES.find((one) => one === event.target.value);
        if (role !== undefined) void changeRole(role);
      }}
      className="min-h-9 rounded-[10px] border border-line bg-paper px-2"
    >
      {ROLES.map((role) => (
        <option key={role} value={role}>
          {t(`roles.${role}`)}
        </option>
      ))}
    </select>
  );
}

function StateCell({ disabled }: { disabled: boolean }) {
  const t = useTranslations('desk.admin');
  return <Chip tone={disabled ? 'wait' : 'right'}>{disabled ? `⊘ ${t('disabled')}` : `✓ ${t('active')}`}</Chip>;
}

const loadHandOver = (): Promise<typeof import('./hand-over.tsx')> => import('./hand-over.tsx');

function ActsCell({ person }: { person: Account }) {
  const { name, disabled } = person;
  const over = useTranslations('desk.admin.handOver');
  const [handsOver, setHandsOver] = useState(false);
  const { part } = useLate(handsOver ? loadHandOver : undefined);
  const t = useTranslations('desk.admin');
  const people = useTranslations('desk.people');
  const { self, busy, turn, reset } = usePersonActs();
  if (self) return null;
  return (
    <>
      {!disabled && (
        <Button
          size="small"
          look="quiet"
          disabled={busy}
          aria-label={people('resetOf', { name })}
          onClick={() => void reset()}
        >
          {people('reset')}
        </Button>
      )}
      {disabled && (
        <Button
          size="small"
          look="quiet"
          disabled={busy}
          aria-label={over('openOf', { name })}
          onClick={() => setHandsOver(true)}
        >
          {over('open')}
        </Button>
      )}
      {part !== undefined && <part.HandOver person={person} onClose={() => setHandsOver(false)} />}
      <Button
        size="small"
        look="quiet"
        disabled={busy}
        aria-label={t(disabled ? 'enableOf' : 'disableOf', { name })}
        onClick={() => void turn()}
      >
        {t(disabled ? 'enable' : 'disable')}
      </Button>
    </>
  );
}
