'use client';
/** The zip of a course is picked or dropped, looked at by the server, and made as a new course once somebody says so. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Remark } from '../../../../../domain/exchange/remark.ts';
import type { Given } from '../../../../_client/calls.ts';
import { useCommand } from '../../../../_client/use-command.ts';
import { useLookedFile } from '../../../../_features/importing/use-looked-file.ts';
import { Button } from '../../../../_ui/button.tsx';
import { FileDrop, FileField } from '../../../../_ui/file-drop.tsx';
import { FootBar } from '../../../../_ui/foot-bar.tsx';
import { CoursePreview } from './course-preview.tsx';

type Looked = Given<'importing.lookCourse'>['looked'];

export function ImportCourse({ formats }: { formats: string }) {
  const t = useTranslations('desk.courseIn');
  const { busy, error, send } = useCommand();
  /** why nothing was made, as the server says it */
  const [why, setWhy] = useState<Remark>();
  const [made, setMade] = useState<{ courseId: string; left: readonly string[] }>();

  const { opened, told, field, pick, done } = useLookedFile<Looked>({
    busy,
    ask: (file) => send('importing.lookCourse', { file }),
    reading: t('reading'),
    large: (most) => t('large', { most }),
    onBegin() {
      setMade(undefined);
      setWhy(undefined);
    },
    onLooked: () => undefined,
  });

  const take = async (): Promise<void> => {
    if (opened === undefined || 'refused' in opened.looked) return;
    setWhy(undefined);
    const given = await send('importing.takeCourse', { file: opened.file, seen: opened.looked.seen });
    if (given === undefined) return;
    if ('told' in given) {
      setWhy(given.told);
      return;
    }
    setMade(given);
    done();
  };

  const looked = opened?.looked;
  const refused = looked !== undefined && 'refused' in looked ? looked.refused : why;
  return (
    <>
      <FileDrop onFile={pick}>
        <FileField label={t('file')} accept=".zip,application/zip" onFile={pick} field={field} />
        <p className="text-[13px] text-ink-3">{formats}</p>
      </FileDrop>
      <div role="status" className="grid gap-2 text-[15px] text-ink-2 empty:hidden">
        {told !== '' && <p>{told}</p>}
        {made !== undefined && (
          <p>
            ✓ {t('made')}{' '}
            <Link
              href={`/admin/courses/${made.courseId}`}
              prefetch={false}
              className="font-[550] text-violet-ink underline"
            >
              {t('toCourse')}
            </Link>
          </p>
        )}
        {made !== undefined && made.left.length > 0 && <p>{t('left', { count: made.left.length })}</p>}
      </div>
      <p role="alert" className="text-[15px] text-wrong empty:hidden">
        {error ?? (refused === undefined ? '' : opened?.words.sentence(refused))}
      </p>
      {opened !== undefined && looked !== undefined && !('refused' in looked) && (
        <>
          <CoursePreview course={looked} words={opened.words} />
          <FootBar>
            <Button look="first" onClick={() => void take()} idle={busy}>
              {t(busy ? 'taking' : 'take')}
            </Button>
            <span className="text-[14px] text-ink-2">{t('allOrNone')}</span>
          </FootBar>
        </>
      )}
    </>
  );
}
