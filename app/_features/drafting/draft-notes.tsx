'use client';
/** Who else is at it, whose text is shown, and which other one there is. */
import { useTranslations } from 'next-intl';
import type { OtherAuthor } from '../../../domain/drafting.ts';
import { BDI } from '../../_i18n/bdi.tsx';
import { useTimes } from '../../_i18n/use-times.ts';
import { Button } from '../../_ui/button.tsx';
import { timeForm } from './time-form.ts';
import type { AuthorDraft } from './use-author-draft.ts';

/** @param version the newest that is published; a draft of an older one says so */
export function DraftNotes({ draft, version }: { draft: AuthorDraft; version: number }) {
  const t = useTranslations('authoring.draft');
  const times = useTimes();
  const told = (at: number): string => times(at, timeForm(at));
  const { kept, from, other, base, others, takeOther, goOnFrom } = draft;
  return (
    <>
      <div role="status" className="grid gap-1.5 text-[14px] text-wait empty:hidden">
        {others.map((one) => (
          <p key={`${one.name} ${one.since}`}>
            {t.rich(saidOf(one), { name: one.name, time: told(timeOf(one)), ...BDI })}
          </p>
        ))}
      </div>
      {from !== undefined && <p className="text-[14px] text-ink-2">{t('from', { time: told(from) })}</p>}
      {other !== undefined && (
        <p className="flex flex-wrap items-center gap-3 rounded-2 bg-wait-soft px-4 py-3 text-[14px] text-wait">
          <span className="min-w-0 flex-1 basis-72">
            {other.at === 0 ? t('otherOnce') : t(other.here ? 'otherHere' : 'other', { time: told(other.at) })}
          </span>
          <Button size="small" onClick={takeOther}>
            {t('take')}
          </Button>
        </p>
      )}
      {version > base && (
        <p className="flex flex-wrap items-center gap-3 text-[14px] text-wait">
          <span className="min-w-0 flex-1 basis-72">
            {t('older', { version, base })} {!kept && t('reload')}
          </span>
          {kept && (
            <Button size="small" onClick={() => goOnFrom(version)}>
              {t('goOn', { version })}
            </Button>
          )}
        </p>
      )}
    </>
  );
}

/** Writing now, has only opened it, or has a draft that waits. */
function saidOf({ savedAt, here }: OtherAuthor): 'open' | 'writing' | 'waiting' {
  if (savedAt === null) return 'open';
  return here ? 'writing' : 'waiting';
}

function timeOf(one: OtherAuthor): number {
  return one.here ? one.since : (one.savedAt ?? one.since);
}
