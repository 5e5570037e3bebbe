'use client';
/** What the file of a lesson says, beside what is published here: looked at before one of them holds. */
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Given } from '../../../../_client/calls.ts';
import { useCommand } from '../../../../_client/use-command.ts';
import { Button } from '../../../../_ui/button.tsx';
import { SheetDialog } from '../../../../_ui/sheet-dialog.tsx';

const SideBySide = dynamic(() =>
  import('../../../../_ui/code-editor/side-by-side.tsx').then(({ SideBySide: shown }) => shown),
);

interface LookProps {
  course: string;
  file: string;
  title: string;
}

export function Look({ course, file, title }: LookProps) {
  const t = useTranslations('desk.files.look');
  const { busy, error, send } = useCommand();
  const [texts, setTexts] = useState<Given<'courses.contentFile'>>();
  return (
    <>
      {error !== undefined && (
        <span role="alert" className="text-[14px] text-wrong">
          {error}
        </span>
      )}
      <Button
        size="small"
        look="quiet"
        idle={busy}
        aria-label={t('looks', { title })}
        onClick={async () => setTexts(await send('courses.contentFile', { course, file }))}
      >
        {t('look')}
      </Button>
      {texts !== undefined && (
        <SheetDialog title={title} onClose={() => setTexts(undefined)}>
          <SideBySide theirs={texts.here ?? ''} theirsLabel={t('here')} mine={texts.file} mineLabel={t('file')} />
        </SheetDialog>
      )}
    </>
  );
}
