'use client';
/** How a student is called: to everybody, and in lists. */
import { useTranslations } from 'next-intl';
import { useCommand } from '../../../../_client/use-command.ts';
import { BDI } from '../../../../_i18n/bdi.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { Field } from '../../../../_ui/field.tsx';
import { SheetDialog } from '../../../../_ui/sheet-dialog.tsx';
import { useTypedForm } from '../../../../_ui/use-typed-form.ts';
import type { Student } from './student.ts';

interface RenameStudentProps {
  student: Student;
  onClose(): void;
  onDone(): void;
}

export function RenameStudent({ student, onClose, onDone }: RenameStudentProps) {
  const t = useTranslations('desk.members');
  const common = useTranslations('common');
  const { busy, error, field, send } = useCommand();
  const form = useTypedForm({
    fields: ['name', 'fullName', 'sortName'],
    refused: { error, field },
    otherwise: 'name',
    send: async ({ name, fullName, sortName }) => {
      const given = (text: string): string | null => (text.trim() === '' ? null : text);
      // where only the name is changed, its place in lists follows it
      const kept = sortName === student.sortName && (name !== student.name || fullName !== (student.fullName ?? ''));
      const sent = { name, fullName: given(fullName), sortName: kept ? null : given(sortName) };
      const done = await send('people.rename', { userId: student.id, ...sent });
      if (done === undefined) return;
      onDone();
      onClose();
    },
  });
  return (
    <SheetDialog title={t.rich('renameTitle', { name: student.name, ...BDI })} onClose={onClose}>
      <form className="grid gap-4" {...form.form}>
        <Field label={t('seen')} required maxLength={100} defaultValue={student.name} {...form.field('name')} />
        <Field label={t('list')} maxLength={100} defaultValue={student.fullName ?? ''} {...form.field('fullName')} />
        <Field label={t('sort')} maxLength={100} defaultValue={student.sortName} {...form.field('sortName')} />
        <p className="flex flex-wrap gap-3">
          <Button type="submit" look="first" idle={busy || form.busy}>
            {t('save')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </p>
      </form>
    </SheetDialog>
  );
}
