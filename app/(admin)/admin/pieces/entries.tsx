'use client';
/** What is typed and chosen. */
import { useTranslations } from 'next-intl';
import { CopyLink } from '../../../_ui/copy-link.tsx';
import { Field } from '../../../_ui/field.tsx';
import { PasswordField } from '../../../_ui/password-field.tsx';
import { SelectField } from '../../../_ui/select-field.tsx';
import { Piece, Shelf } from './shelf.tsx';

export function Entries() {
  const t = useTranslations('desk.pieces');
  const options = ['first', 'second'].map((value) => ({ value, label: t('option', { which: value }) }));
  return (
    <Shelf title={t('entries')}>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={t('empty')} />
        <Field label={t('filled')} defaultValue="Ada Lovelace" />
        <Field label={t('hinted')} hint={t('hint')} />
        <Field label={t('wrong')} error={t('error')} defaultValue="ada@" />
        <Field label={t('wrongHinted')} hint={t('hint')} error={t('error')} />
        <Field label={t('disabled')} disabled defaultValue="Ada" />
        <PasswordField label={t('password')} />
        <SelectField label={t('choice')} options={options} />
        <SelectField label={t('choiceWrong')} options={options} error={t('error')} />
        <SelectField label={t('choiceDisabled')} options={options} disabled />
      </div>
      <Piece called={t('copied')}>
        <CopyLink path="/join/123456" label={t('copied')} />
      </Piece>
    </Shelf>
  );
}
