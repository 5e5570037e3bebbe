'use client';
/** What can be done with one account: its role, whether it may sign in, a link for a new password. Nobody changes themselves. */
import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, use } from 'react';
import type { Role } from '../../../../domain/people/permissions.ts';
import { useCommand } from '../../../_client/use-command.ts';
import type { MadeLink } from '../../../_features/people/one-time-links.tsx';
import { BDI } from '../../../_i18n/bdi.tsx';
import { useAsking } from '../../../_ui/use-asking.tsx';
import type { Account } from './account.ts';

/** What the rows of the table are told by their page. */
interface PeopleAround {
  me: string;
  onLink(link: MadeLink): void;
  onChanged(): void;
}

interface PersonActs {
  self: boolean;
  busy: boolean;
  /** why the last one was refused, in words */
  error: string | undefined;
  changeRole(role: Role): Promise<void>;
  /** closes the account, or opens it again */
  turn(): Promise<void>;
  reset(): Promise<void>;
}

export const PeopleContext = createContext<PeopleAround | undefined>(undefined);
const PersonContext = createContext<PersonActs | undefined>(undefined);

/** What can be done with the person of this row. */
export function usePersonActs(): PersonActs {
  const acts = use(PersonContext);
  if (acts === undefined) throw new Error('only within the row of a person');
  return acts;
}

/** Around the cells of a row. */
export function PersonAround({ row, children }: { row: Account; children: ReactNode }) {
  const around = use(PeopleContext);
  if (around === undefined) throw new Error('only within the table of people');
  const { me, onLink, onChanged } = around;
  const t = useTranslations('desk.admin');
  const { busy, error, send } = useCommand();
  const { ask, dialog } = useAsking();
  const { id: userId, name, disabled } = row;
  const change = async (changed: { role?: Role; disabled?: boolean }): Promise<void> => {
    if ((await send('people.change', { userId, ...changed })) !== undefined) onChanged();
  };
  const changeRole = async (role: Role): Promise<void> => {
    const to = t(`roles.${role}`);
    const question = {
      title: t.rich('roleSure', { name, role: to, ...BDI }),
      text: t(`roleMeans.${role}`),
      act: t('roleDo', { role: to }),
    };
    if (await ask(question)) await change({ role });
  };
  const turn = async (): Promise<void> => {
    const question = { title: t.rich('disableSure', { name, ...BDI }), text: t('disableMeans'), act: t('disable') };
    if (disabled || (await ask(question))) await change({ disabled: !disabled });
  };
  const reset = async (): Promise<void> => {
    const made = await send('people.resetLink', { userId });
    if (made !== undefined) onLink({ name, path: made.link });
  };
  return (
    <PersonContext value={{ self: userId === me, busy, error, changeRole, turn, reset }}>
      {children}
      {dialog}
    </PersonContext>
  );
}
