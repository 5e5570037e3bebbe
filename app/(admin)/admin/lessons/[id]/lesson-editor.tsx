'use client';
/** Edits a lesson with its preview beside it, and publishes it. What is not published is a draft of its author alone. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useState } from 'react';
import type { LessonProblem } from '../../../../../domain/lesson/problems.ts';
import { calls } from '../../../../_client/calls.ts';
import { useCommand } from '../../../../_client/use-command.ts';
import { SourceEditor } from '../../../../_features/authoring/pictures/source-editor.tsx';
import { Unproved } from '../../../../_features/authoring/unproved.tsx';
import { ProblemList, useProblemWords } from '../../../../_features/courses/problem-list.tsx';
import { usePreview } from '../../../../_features/courses/use-preview.ts';
import { DiscardButton } from '../../../../_features/drafting/discard-button.tsx';
import { DraftChip } from '../../../../_features/drafting/draft-chip.tsx';
import { DraftNotes } from '../../../../_features/drafting/draft-notes.tsx';
import { useAuthorDraft } from '../../../../_features/drafting/use-author-draft.ts';
import { RegradeNotice } from '../../../../_features/regrading/regrade-notice.tsx';
import { BDI } from '../../../../_i18n/bdi.tsx';
import { Button, ButtonLink } from '../../../../_ui/button.tsx';
import { Chip } from '../../../../_ui/chip.tsx';
import { LessonPreview } from './lesson-preview.tsx';
import { type Newer, NewerVersions } from './newer-versions.tsx';
import { PutQuestion, Versions } from './sheets.tsx';

interface LessonEditorProps {
  /** who edits: what is not published is theirs alone */
  user: string;
  lesson: { id: string; slug: string; title: string; version: number | null; toRegrade: number };
  published: string;
  newer: readonly Newer[];
  fromFile: boolean;
  /** who will see it once it is published for the first time */
  seenBy: string;
  /** they may look at what was graded otherwise */
  mayRegrade: boolean;
}

export function LessonEditor({ user, lesson, published, newer, fromFile, seenBy, mayRegrade }: LessonEditorProps) {
  const t = useTranslations('desk.editor');
  const words = useProblemWords();
  const draft = useAuthorDraft(
    { user, thing: { of: 'lesson', lessonId: lesson.id }, version: lesson.version ?? 0, shared: true },
    published,
  );
  const { source, kept, unclaimed, write, settle, claim } = draft;
  const look = useCallback(
    (text: string) => calls.courses.preview.mutate({ lessonId: lesson.id, source: text }),
    [lesson.id],
  );
  const prove = useCallback(async () => {
    const done = await calls.courses.prove.mutate({ lessonId: lesson.id });
    return done.ok ? { ...done, unproved: done.unproved.length > 0 } : done;
  }, [lesson.id]);
  const preview = usePreview(source, look);
  const { busy, error, problems: refused, send } = useCommand();
  /** the text that was not published, for what only its running shows */
  const [refusedOf, setRefusedOf] = useState<string>();
  /** what running the code of a text has shown that is published already */
  const [found, setFound] = useState<{ of: string; problems: readonly LessonProblem[] }>();
  const problems = useMemo(
    () => [
      ...preview.problems,
      ...(refusedOf === source ? refused : []),
      ...(found?.of === source ? found.problems : []),
    ],
    [preview.problems, refused, refusedOf, found, source],
  );
  const marks = useMemo(() => problems.map((problem) => ({ ...problem, text: words(problem) })), [problems, words]);
  const [spot, setSpot] = useState<{ line: number; column: number }>();
  const router = useRouter();
  const [own, setOwn] = useState(lesson.version);
  const version = own === null || (lesson.version ?? 0) > own ? lesson.version : own;
  const [told, setTold] = useState('');
  /** titles of questions whose code was kept and not run */
  const [unproved, setUnproved] = useState<readonly string[]>([]);
  const [toRegrade, setToRegrade] = useState(lesson.toRegrade);
  const change = useCallback(
    (text: string): void => {
      write(text);
      setTold('');
    },
    [write],
  );
  const publish = async (): Promise<void> => {
    const sent = source;
    const done = await send('courses.publish', {
      lessonId: lesson.id,
      source,
      base: draft.base,
    });
    if (done === undefined) {
      setRefusedOf(sent);
      // a newer version that somebody published meanwhile comes with the page, and a way on
      router.refresh();
      return;
    }
    settle(sent, done.number);
    setOwn(done.number);
    setToRegrade(done.toRegrade);
    setUnproved(done.unproved);
    setTold(t(done.changed ? 'published' : 'unchanged', { number: done.number }));
  };
  const isWell = error === undefined && !(found?.of === source && found.problems.length > 0);
  const ran = (problems: readonly LessonProblem[]): void => {
    setUnproved([]);
    setFound({ of: source, problems });
    setTold(t(problems.length > 0 ? 'unproved.wrong' : 'unproved.right'));
  };
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="min-w-0 font-semibold text-[22px]">{t.rich('title', { lesson: lesson.title, ...BDI })}</h1>
        <Chip tone={version === null ? 'plain' : 'right'}>
          {version === null ? t('unwritten') : `✓ ${t('version', { number: version })}`}
        </Chip>
        {fromFile && <Chip>{t('fromFile')}</Chip>}
        {kept && <DraftChip {...draft} />}
        <span className="ms-auto flex flex-wrap items-center gap-2">
          <DiscardButton draft={draft} onBack={change} />
          {version !== null && <Versions lessonId={lesson.id} newest={version} />}
          {version !== null && mayRegrade && (
            <ButtonLink href={`/admin/lessons/${lesson.id}/regrade`} prefetch={false}>
              {t('regrade')}
            </ButtonLink>
          )}
          {version !== null && (
            <ButtonLink href={`/lessons/${lesson.slug}`} target="_blank" prefetch={false}>
              {t('open')}
            </ButtonLink>
          )}
          <Button
            look="first"
            disabled={busy || preview.problems.length > 0 || preview.content === null}
            onClick={() => void publish()}
          >
            {busy ? t('publishing') : t('publish')}
          </Button>
        </span>
      </div>
      {version === null && <p className="text-[14px] text-ink-2">{seenBy}</p>}
      <p role="status" className={isWell ? 'text-[14px] text-good' : 'text-[14px] text-wrong'}>
        {error ?? told}
      </p>
      {unproved.length > 0 && <Unproved titles={unproved} prove={prove} onRan={ran} />}
      <DraftNotes draft={draft} version={version ?? 0} published={published} />
      <NewerVersions newer={newer} source={source} onTake={change} />
      {unclaimed && (
        <p className="flex flex-wrap items-center gap-3 rounded-2 bg-wait-soft px-4 py-3 text-[14px] text-wait">
          <span className="min-w-0 flex-1 basis-72">{t('unclaimed')}</span>
          <Button size="small" onClick={claim}>
            {t('claim')}
          </Button>
        </p>
      )}
      {mayRegrade && toRegrade > 0 && <RegradeNotice count={toRegrade} href={`/admin/lessons/${lesson.id}/regrade`} />}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 xl:grid-cols-2">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-3 xl:sticky xl:top-[72px]">
          <SourceEditor
            label={t('source')}
            value={source}
            onChange={change}
            tools={(insert) => <PutQuestion source={source} onInsert={insert} />}
            marks={marks}
            {...(spot === undefined ? {} : { goTo: spot })}
            className="bg-sheet! text-[13.5px] [&_.cm-editor]:h-[62dvh] [&_textarea]:h-[62dvh]"
          />
          <ProblemList problems={problems} notes={preview.notes} pending={preview.pending} onPick={setSpot} />
          <p className="text-[14px]">
            <a
              href="/admin/lesson-format"
              target="_blank"
              rel="noopener"
              className="underline decoration-line underline-offset-4 hover:text-violet-ink"
            >
              {t('format')}
            </a>
          </p>
        </div>
        <LessonPreview content={preview.content} stale={preview.old} of={{ lessonId: lesson.id, source }} />
      </div>
    </>
  );
}
