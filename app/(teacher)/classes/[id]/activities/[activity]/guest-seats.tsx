'use client';
/** Says which student of the class sat in a guest's seat: their answers count for them then. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '../../../../../_client/use-command.ts';

interface GuestSeatsProps {
  classId: string;
  sessionId: string;
  seats: readonly { id: string; nickname: string; userId: string | null }[];
  students: readonly { id: string; name: string }[];
}

export function GuestSeats({ classId, sessionId, seats, students }: GuestSeatsProps) {
  const t = useTranslations('activities.results.seats');
  const router = useRouter();
  const { busy, error, send } = useCommand();
  const give = async (playerId: string, userId: string | null): Promise<void> => {
    await send('activities.seat', { classId, sessionId, playerId, userId });
    // also what was refused is shown as it is
    router.refresh();
  };
  return (
    <section aria-label={t('title')} className="grid gap-2 rounded-2 border border-line bg-sheet px-4 py-4">
      <h2 className="font-semibold text-[15px]">{t('title')}</h2>
      <p className="text-[14px] text-ink-2">{t('text')}</p>
      <ul className="divide-y divide-line">
        {seats.map(({ id, nickname, userId }) => (
          <li key={id} className="flex min-h-12 flex-wrap items-center gap-3 py-1.5 text-[14px]">
            <bdi className="min-w-0 flex-1 basis-32 font-[550]">{nickname}</bdi>
            <select
              aria-label={t('of', { nickname })}
              value={userId ?? ''}
              disabled={busy}
              onChange={({ target: { value } }) => void give(id, value === '' ? null : value)}
              className="min-h-9 max-w-full rounded-[10px] border border-line bg-sheet px-2"
            >
              <option value="">{t('guest')}</option>
              {students.map((student) => (
                <option key={student.id} value={student.id}>
                  {student.name}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
      <p role="alert" className="text-[14px] text-wrong empty:hidden">
        {error}
      </p>
    </section>
  );
}
