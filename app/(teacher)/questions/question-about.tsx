'use client';
/** What is known of a question beside its text: how lessons ask it, who else may use it, and its versions. */
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '../../_client/use-command.ts';
import { ExportButton } from '../../_features/exporting/export-button.tsx';
import type { ShownShare } from '../../_features/sharing/shares.tsx';
import { Sharing } from '../../_features/sharing/sharing.tsx';
import { BDI } from '../../_i18n/bdi.tsx';
import { Button } from '../../_ui/button.tsx';
import { Chip } from '../../_ui/chip.tsx';
import { SideBySide } from '../../_ui/code-editor/side-by-side.tsx';
import { DateTime } from '../../_ui/date-time.tsx';
import { Tags } from './tags.tsx';

interface QuestionHistoryShown {
  /** newest first */
  versions: readonly { number: number; source: string; correction: boolean; at: string; by: string | null }[];
  lessons: readonly {
    title: string;
    version: number;
    href: string;
    /** an older version of it, by a class; of this person's its name */
    kept: boolean;
    keptBy: string | null;
  }[];
  /** quizzes of others that ask it */
  elsewhere: number;
  shares: readonly ShownShare[];
}

interface QuestionAboutProps {
  id: string;
  /** the newest */
  version: number;
  archived: boolean;
  tags: readonly string[];
  may: { share: boolean; change: boolean; keep: boolean };
  history: QuestionHistoryShown;
}

export function QuestionAbout({ id, version: newest, archived, tags, may, history }: QuestionAboutProps) {
  const t = useTranslations('desk.questions');
  const router = useRouter();
  /** the version whose changes are looked at */
  const [compared, setCompared] = useState<number | null>(null);
  const sharing = useCommand();
  const { busy, error, send } = useCommand();
  /** whether it was put aside when the page came: what is otherwise now is undone by one press */
  const [began, setBegan] = useState<boolean>();
  const archive = async (): Promise<void> => {
    if ((await send('bank.archive', { questionIds: [id], archived: !archived })) === undefined) return;
    setBegan((before) => before ?? archived);
    router.refresh();
  };
  /** What an older version says is said again, by a version of its own: the list is never rewritten. */
  const sayAgain = async (source: string): Promise<void> => {
    const said = await send('bank.change', { questionId: id, base: newest, source, correction: false });
    // it says another text by now: the editor begins with it; a draft lies on the server
    if (said !== undefined) location.reload();
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5 rounded-2 border border-line bg-sheet px-4 py-4 sm:px-5">
      <section className="grid gap-2">
        <h2 className="font-semibold text-[16px]">{t('asked')}</h2>
        <p className="text-[14px] text-ink-2">{t('askedHow')}</p>
        <code className="break-all rounded-1 bg-fill px-3 py-2 text-[13px]" dir="ltr">
          {`::question{#some-id ref=${id} version=${newest}}`}
        </code>
        <ul className="grid gap-1 text-[14px] empty:hidden">
          {history.lessons.map(({ title, version, href, kept, keptBy }) => (
            <li key={`${href} ${version} ${keptBy}`}>
              {t.rich(kept ? (keptBy === null ? 'askedKept' : 'askedKeptBy') : 'askedIn', {
                title,
                version,
                name: keptBy ?? '',
                ...BDI,
                link: (text) => (
                  <Link href={href} prefetch={false} className="text-violet-ink underline underline-offset-4">
                    {text}
                  </Link>
                ),
              })}
            </li>
          ))}
          {history.elsewhere > 0 && <li className="text-ink-2">{t('elsewhere', { count: history.elsewhere })}</li>}
        </ul>
      </section>
      <Tags questionId={id} tags={tags} keep={may.keep} />
      <p className="flex flex-wrap items-center gap-3 text-[14px] text-ink-2">
        <span role="status" className="empty:hidden">
          {archived && may.keep && t('isArchived')}
          {!archived && began !== undefined && t('backNow', { count: 1 })}
        </span>
        <ExportButton size="small" wanted={{ questionIds: [id] }} />
        {may.keep && (
          <Button size="small" idle={busy} onClick={() => void archive()}>
            {t(began !== undefined && began !== archived ? 'undo' : archived ? 'chosen.back' : 'chosen.archive')}
          </Button>
        )}
      </p>
      {error !== undefined && (
        <p role="alert" className="text-[14px] text-wrong">
          {error}
        </p>
      )}
      {may.share && (
        <Sharing
          of="question"
          shares={history.shares}
          busy={sharing.busy}
          refused={sharing}
          share={async (login, may) => {
            const done = await sharing.send('bank.share', { questionId: id, login, may });
            if (done !== undefined) router.refresh();
            return done !== undefined;
          }}
        />
      )}
      <section className="grid gap-2">
        <h2 className="font-semibold text-[16px]">{t('versions')}</h2>
        <ol className="grid gap-2 text-[14px]">
          {history.versions.map(({ number, source, correction, at, by }) => (
            <li key={number}>
              <details>
                <summary className="cursor-pointer">
                  {t('version', { version: number })} · <DateTime iso={at} />
                  {by !== null && (
                    <>
                      {' · '}
                      <bdi>{by}</bdi>
                    </>
                  )}{' '}
                  {correction && <Chip tone="violet">↻ {t('corrected')}</Chip>}
                </summary>
                <pre className="mt-2 overflow-auto whitespace-pre-wrap break-words rounded-1 bg-fill px-3 py-2 text-[13px]">
                  {source}
                </pre>
                {number > 1 && (
                  <Button
                    size="small"
                    look="quiet"
                    className="mt-2 me-2"
                    aria-expanded={compared === number}
                    onClick={() => setCompared(compared === number ? null : number)}
                  >
                    {t('whatChanged')}
                  </Button>
                )}
                {compared === number && (
                  <SideBySide
                    theirs={history.versions.find((one) => one.number === number - 1)?.source ?? ''}
                    theirsLabel={t('version', { version: number - 1 })}
                    mine={source}
                    mineLabel={t('version', { version: number })}
                  />
                )}
                {may.change && number !== newest && (
                  <Button size="small" className="mt-2" idle={busy} onClick={() => void sayAgain(source)}>
                    {t('sayAgain', { number, next: newest + 1 })}
                  </Button>
                )}
              </details>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
