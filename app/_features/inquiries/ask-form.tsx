'use client';
/** Asks the teachers of a class: which class, what is asked, and what goes along. What is typed is kept until it is stored. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { AskedDuring } from '../../../domain/inquiries/inquiry.ts';
import { hasContent } from '../../../domain/kinds/asked.ts';
import { clientUuid } from '../../_client/client-id.ts';
import { forgetItem, keepItem, keptItem } from '../../_client/kept-item.ts';
import { useCommand } from '../../_client/use-command.ts';
import { BDI } from '../../_i18n/bdi.tsx';
import { SelectField } from '../../_ui/select-field.tsx';
import { RemarkForm } from '../remarks/remark-form.tsx';
import type { AskedAt } from './asked-at.ts';
import { Snapshot } from './snapshot.tsx';

interface AskFormProps extends AskedAt {
  classes: readonly { id: string; name: string }[];
  during: AskedDuring | null;
  onAsked(): void;
}

export function AskForm({ user, place, answer, classes, during, onAsked }: AskFormProps) {
  const t = useTranslations('inquiries.ask');
  const { busy, error, field, send } = useCommand();
  const { lessonId, questionId, versionId, variant } = place;
  const keptAs = `inquiry:${user}:${lessonId}:${questionId}`;
  const [classId, setClassId] = useState(classes[0]?.id ?? '');
  const asked = classes.find((one) => one.id === classId) ?? classes[0];
  const ask = async (text: string): Promise<boolean> => {
    if (asked === undefined) return false;
    const goesAlong = hasContent(answer) ? answer : null;
    const named = { lessonId, questionId, versionId, ...(variant === undefined ? {} : { variant }) };
    const inquiry = idOf(`${keptAs}:id`, text);
    if ((await send('inquiries.ask', { ...named, classId: asked.id, inquiry, text, answer: goesAlong })) === undefined)
      return false;
    forgetItem(`${keptAs}:id`, 'session');
    onAsked();
    return true;
  };
  if (asked === undefined) return null;
  return (
    <section aria-label={t('title')} className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {classes.length > 1 && (
        <SelectField
          label={t('whom')}
          value={asked.id}
          onChange={(event) => setClassId(event.target.value)}
          options={classes.map(({ id: value, name: label }) => ({ value, label }))}
        />
      )}
      <RemarkForm
        label={t('label')}
        hint={t('hint')}
        act={t('send')}
        keptAs={keptAs}
        focus={1}
        busy={busy}
        refused={{ error, field }}
        send={ask}
      />
      {hasContent(answer) && <Snapshot label={t('along')} answer={answer} />}
      <p className="text-[13px] text-ink-2">
        {t.rich(hasContent(answer) ? 'whoSees' : 'whoSeesNoAnswer', { name: asked.name, ...BDI })}
        {during !== null && ` ${t('during', { during })}`}
      </p>
    </section>
  );
}

/** The same for the same words until they are stored, over a reload as well: sent twice they are one. Other words are another question. */
function idOf(key: string, text: string): string {
  const [id = '', ...words] = (keptItem(key, 'session') ?? '').split('\n');
  if (id !== '' && words.join('\n') === text) return id;
  const made = clientUuid();
  keepItem(key, `${made}\n${text}`, 'session');
  return made;
}
