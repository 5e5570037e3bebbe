'use client';
/** What was published of a lesson: who, when, what changed; and what an older version says can be said again. */
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { calls, type Given } from '../../../../_client/calls.ts';
import { Reads } from '../../../../_client/reads.tsx';
import { useCommand } from '../../../../_client/use-command.ts';
import { useRead } from '../../../../_client/use-read.ts';
import { Button } from '../../../../_ui/button.tsx';
import { SideBySide } from '../../../../_ui/code-editor/side-by-side.tsx';
import { DateTime } from '../../../../_ui/date-time.tsx';
import { SheetDialog } from '../../../../_ui/sheet-dialog.tsx';

type Told = Given<'courses.versions'>['versions'][number];

interface VersionSheetProps {
  lessonId: string;
  /** the number of the newest */
  newest: number;
  /** it says again what an older one said */
  onPublished(): void;
  onClose(): void;
}

export function VersionSheet(props: VersionSheetProps) {
  return (
    <Reads>
      <Versions {...props} />
    </Reads>
  );
}

function Versions({ lessonId, newest, onPublished, onClose }: VersionSheetProps) {
  const t = useTranslations('desk.editor.versions');
  const { seen, refused } = useRead(['versions', lessonId], () => calls.courses.versions.mutate({ lessonId }));
  const { busy, error, send } = useCommand();
  const sayAgain = async (number: number): Promise<void> => {
    if ((await send('courses.publishAgain', { lessonId, number, base: newest })) !== undefined) onPublished();
  };
  return (
    <SheetDialog title={t('title')} onClose={onClose}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 text-[14px]">
        {(refused || error !== undefined) && (
          <p role="alert" className="text-wrong">
            {error ?? t('failed')}
          </p>
        )}
        <ol className="grid grid-cols-[minmax(0,1fr)] gap-2">
          {(seen?.versions ?? []).map((version) => (
            <Version key={version.number} lessonId={lessonId} version={version}>
              {version.number !== newest && (
                <Button size="small" idle={busy} onClick={() => void sayAgain(version.number)}>
                  {t('again', { number: version.number, next: newest + 1 })}
                </Button>
              )}
            </Version>
          ))}
        </ol>
      </div>
    </SheetDialog>
  );
}

function Version({ lessonId, version, children }: { lessonId: string; version: Told; children: ReactNode }) {
  const t = useTranslations('desk.editor.versions');
  const { number, at, by } = version;
  const [open, setOpen] = useState(false);
  const [compared, setCompared] = useState(false);
  const { seen: text, refused } = useRead(
    ['version', lessonId, number],
    () => calls.courses.version.mutate({ lessonId, number }),
    { asks: open },
  );
  return (
    <li>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary className="cursor-pointer py-1">
          {t('version', { number })} · <DateTime iso={at} /> · {by === null ? t('byNobody') : <bdi>{by}</bdi>}
        </summary>
        {text === undefined ? (
          <p role={refused ? 'alert' : undefined} className={refused ? 'py-2 text-wrong' : 'py-2 text-ink-3'}>
            {t(refused ? 'failed' : 'loading')}
          </p>
        ) : (
          <div className="grid grid-cols-[minmax(0,1fr)] gap-2 py-2">
            {compared && text.before !== null ? (
              <SideBySide
                theirs={text.before}
                theirsLabel={t('version', { number: number - 1 })}
                mine={text.source}
                mineLabel={t('version', { number })}
              />
            ) : (
              <pre
                dir="ltr"
                // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
                tabIndex={0}
                className="max-h-[50dvh] overflow-auto whitespace-pre-wrap break-words rounded-1 bg-fill px-3 py-2 text-[13px]"
              >
                {text.source}
              </pre>
            )}
            <p className="flex flex-wrap gap-2">
              {text.before !== null && (
                <Button size="small" look="quiet" aria-expanded={compared} onClick={() => setCompared(!compared)}>
                  {t('whatChanged')}
                </Button>
              )}
              {children}
            </p>
          </div>
        )}
      </details>
    </li>
  );
}
