'use client';
/** What the student who asked has handed in at that exercise: since then first, and then before. */
import { useTranslations } from 'next-intl';
import type { OpenedInquiry } from '../../../../../domain/inquiries/inquiry.ts';
import { calls } from '../../../../_client/calls.ts';
import { useRead } from '../../../../_client/use-read.ts';
import { HistoryItem } from '../history-item.tsx';

interface HandedInProps {
  opened: OpenedInquiry;
  classId: string;
  may: { manage: boolean; grade: boolean };
}

export function HandedIn({ opened, classId, may }: HandedInProps) {
  const t = useTranslations('inquiries.desk');
  const { studentId: userId, lessonId, questionId, askedAt } = opened;
  const asked = { classId, lessonId, userId, questionId };
  const { seen, again } = useRead(['history', asked], () => calls.board.history.mutate(asked));
  if (seen === undefined) return null;
  const isSince = ({ at }: { at: string }): boolean => Date.parse(at) > Date.parse(askedAt);
  const parts = [
    { name: 'since' as const, some: seen.history.filter(isSince) },
    { name: 'before' as const, some: seen.history.filter((one) => !isSince(one)) },
  ];
  return (
    <>
      {seen.history.length === 0 && <p className="text-[14px] text-ink-2">{t('noneHandedIn')}</p>}
      {parts.map(
        ({ name, some }) =>
          some.length > 0 && (
            <section key={name} aria-label={t(name)} className="grid grid-cols-[minmax(0,1fr)] gap-3">
              <h3 className="font-semibold text-[15px]">{t(name)}</h3>
              <ol className="grid grid-cols-[minmax(0,1fr)] gap-4">
                {some.map((entry) => (
                  <HistoryItem
                    key={entry.id}
                    entry={entry}
                    classId={classId}
                    lessonId={lessonId}
                    may={may}
                    onDecided={() => void again()}
                  />
                ))}
              </ol>
            </section>
          ),
      )}
    </>
  );
}
