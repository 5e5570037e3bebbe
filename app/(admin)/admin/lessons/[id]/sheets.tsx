'use client';
/** What opens beside the editor of a lesson: loaded when it is asked for. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { newPin } from '../../../../../domain/courses/new-pin.ts';
import { pinsIn } from '../../../../../domain/lesson/pin-lines.ts';
import { useLate } from '../../../../_late/late.ts';
import { Button } from '../../../../_ui/button.tsx';

const loadBank = async () => (await import('./bank-sheet.tsx')).BankSheet;
const loadVersions = async () => (await import('./version-sheet.tsx')).VersionSheet;

/** Puts a question of a bank in where the cursor is. */
export function PutQuestion({ source, onInsert }: { source: string; onInsert(text: string): void }) {
  const t = useTranslations('desk.editor');
  const [open, setOpen] = useState(false);
  const { part: BankSheet } = useLate(open ? loadBank : undefined);
  return (
    <>
      <Button size="small" look="quiet" onClick={() => setOpen(true)}>
        + {t('bank.open')}
      </Button>
      {open && BankSheet !== undefined && (
        <BankSheet
          taken={pinsIn(source).map(({ ref }) => ref)}
          onClose={() => setOpen(false)}
          onTake={({ id: ref, version, title }) => {
            setOpen(false);
            onInsert(`\n\n${newPin(source, { ref, version, title })}\n\n`);
          }}
        />
      )}
    </>
  );
}

/** The versions of a lesson. */
export function Versions({ lessonId, newest }: { lessonId: string; newest: number }) {
  const t = useTranslations('desk.editor');
  const [open, setOpen] = useState(false);
  const { part: VersionSheet } = useLate(open ? loadVersions : undefined);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('versions.title')}</Button>
      {open && VersionSheet !== undefined && (
        <VersionSheet
          lessonId={lessonId}
          newest={newest}
          onClose={() => setOpen(false)}
          // what is published is another text by now: the editor begins with it; a draft lies on the server
          onPublished={() => location.reload()}
        />
      )}
    </>
  );
}
