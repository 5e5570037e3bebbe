'use client';
/** One account: its role, whether it may sign in, a link for a new password. Nobody changes themselves. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { Role } from '../../../../domain/permissions.ts';
import { Button } from '../../../_components/button.tsx';
import { Chip } from '../../../_components/chip.tsx';
import { CELL } from '../../../_components/desk/data-table.tsx';
import type { MadeLink } from '../../../_components/desk/one-time-links.tsx';
import { useDeskCommand } from '../../../_components/desk/use-desk-command.ts';
import { useAsking } from '../../../_components/use-asking.tsx';
import type { Account } from './account.ts';
import { Day } from './day.tsx';

const ROLES: readonly Role[] = ['student', 'teacher', 'admin'];

interface PersonRowProps {
  person: Account;
  self: boolean;
  onLink(link: MadeLink): void;
  onChanged(): void;
}

export function PersonRow({ person, self, onLink, onChanged }: PersonRowProps) {
  const t = useTranslations('desk.admin');
  const people = useTranslations('desk.people');
  const { busy, error, send } = useDeskCommand();
  const { ask, dialog } = useAsking();
  const { id: userId, name, disabled } = person;
  const change = async (changed: { role?: Role; disabled?: boolean }): Promise<void> => {
    if ((await send('changePerson', { userId, ...changed })) !== undefined) onChanged();
  };
  const changeRole = async (role: Role): Promise<void> => {
    const to = t(`roles.${role}`);
    const question = {
      title: t('roleSure', { name, role: to }),
      text: t(`roleMeans.${role}`),
      act: t('roleDo', { role: to }),
    };
    if (await ask(question)) await change({ role });
  };
  const turn = async (): Promise<void> => {
    const question = { title: t('disableSure', { name }), text: t('disableMeans'), act: t('disable') };
    if (disabled || (await ask(question))) await change({ disabled: !disabled });
  };
  const reset = async (): Promise<void> => {
    const made = await send<{ link: string }>('resetLink', { userId });
    if (made !== undefined) onLink({ name, path: made.link });
  };
  return (
    <tr>
      <th
        scope="row"
        className={clsx(CELL, 'sticky left-0 min-w-36 bg-sheet text-start font-[550]', disabled && 'text-ink-3')}
      >
        {name} {self && <Chip>{t('you')}</Chip>}
        {error !== undefined && (
          <span role="alert" className="block font-normal text-[13px] text-wrong">
            {error}
          </span>
        )}
      </th>
      <td className={clsx(CELL, 'text-ink-2')}>{person.login}</td>
      <td className={CELL}>
        {self ? (
          t(`roles.${person.role}`)
        ) : (
          <select
            aria-label={t('roleOf', { name })}
            value={person.role}
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
        )}
      </td>
      <td className={CELL}>
        <Chip tone={disabled ? 'wait' : 'right'}>{disabled ? `⊘ ${t('disabled')}` : `✓ ${t('active')}`}</Chip>
      </td>
      <td className={clsx(CELL, 'whitespace-nowrap text-ink-2')}>
        <Day iso={person.since} />
      </td>
      <td className={clsx(CELL, 'whitespace-nowrap text-end')}>
        {!self && (
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
        )}
        {dialog}
      </td>
    </tr>
  );
}
