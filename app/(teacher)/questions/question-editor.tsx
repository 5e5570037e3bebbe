'use client';
/** Writes a question with a student's card of it beside, which can be tried; keeps it as a new one or as the next version. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo, useState } from 'react';
import type { QuestionView } from '../../../domain/question.ts';
import { calls } from '../../_client/calls.ts';
import { useCommand } from '../../_client/use-command.ts';
import { ProblemList, useProblemWords } from '../../_features/courses/problem-list.tsx';
import { useKeptSource } from '../../_features/courses/use-kept-source.ts';
import { usePreview } from '../../_features/courses/use-preview.ts';
import { Button } from '../../_ui/button.tsx';
import { Chip } from '../../_ui/chip.tsx';
import { CodeEditor } from '../../_ui/code-editor/code-editor.tsx';
import { TriedCard } from './tried-card.tsx';

export interface EditedQuestion {
  id: string;
  /** the newest */
  version: number;
  source: string;
  may: { change: boolean; share: boolean; copy: boolean };
}

interface QuestionEditorProps {
  user: string;
  /** null: a new one */
  question: EditedQuestion | null;
  /** what a new one begins with */
  template: string;
  /** what is known of it beside its text */
  children?: ReactNode;
}

const look = (source: string) => calls.bank.preview.mutate({ source });

export function QuestionEditor({ user, question, template, children }: QuestionEditorProps) {
  const t = useTranslations('desk.questions');
  const router = useRouter();
  const words = useProblemWords();
  const begins = question?.source ?? template;
  const { source, kept, write, settle, discard } = useKeptSource(
    { user, lessonId: `question ${question?.id ?? 'new'}` },
    begins,
  );
  const preview = usePreview<QuestionView>(source, look);
  const marks = useMemo(
    () => preview.problems.map((problem) => ({ ...problem, text: words(problem) })),
    [preview.problems, words],
  );
  const [spot, setSpot] = useState<{ line: number; column: number }>();
  /** which version the text was made of; a newer one may come with the page */
  const [base, setBase] = useState(question?.version ?? 0);
  const [correction, setCorrection] = useState(false);
  const [told, setTold] = useState('');
  const { busy, error, send } = useCommand();
  const broken = preview.pending || preview.problems.length > 0 || preview.content === null;
  const mayWrite = question === null || question.may.change;
  const make = async (): Promise<void> => {
    const made = await send('bank.make', { source, courseId: null });
    if (made === undefined) return;
    settle(source);
    router.push(`/questions/${made.questionId}`);
  };
  const change = async ({ id }: EditedQuestion): Promise<void> => {
    const done = await send('bank.change', { questionId: id, base, source, correction });
    if (done === undefined) return;
    settle(source);
    setBase(done.version);
    setCorrection(false);
    setTold(
      [
        t('saved', { version: done.version }),
        ...(done.followed.length > 0 ? [t('followed', { lessons: done.followed.join(', ') })] : []),
        ...(done.left.length > 0 ? [t('left', { lessons: done.left.join(', ') })] : []),
      ].join(' '),
    );
    router.refresh();
  };
  const copy = async ({ id }: EditedQuestion): Promise<void> => {
    const made = await send('bank.copy', { questionId: id });
    if (made !== undefined) router.push(`/questions/${made.questionId}`);
  };
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="min-w-0 font-semibold text-[22px]">
          {question === null ? t('new') : <bdi>{preview.content?.title ?? t('one')}</bdi>}
        </h1>
        {question !== null && <Chip tone="right">✓ {t('version', { version: base })}</Chip>}
        {kept && <Chip tone="wait">✎ {t('unsaved')}</Chip>}
        <span className="ms-auto flex flex-wrap items-center gap-x-3 gap-y-2">
          {kept && (
            <Button look="quiet" onClick={discard}>
              {t('discard')}
            </Button>
          )}
          {question?.may.copy === true && (
            <Button idle={busy} onClick={() => void copy(question)}>
              {t('copy')}
            </Button>
          )}
          {question?.may.change === true && kept && (
            <label className="flex min-h-10 items-center gap-2 text-[14px]">
              <input
                type="checkbox"
                checked={correction}
                onChange={({ target }) => setCorrection(target.checked)}
                aria-describedby="correction-means"
              />
              {t('correction')}
            </label>
          )}
          {mayWrite && (
            <Button
              look="first"
              idle={busy || broken || (question !== null && !kept)}
              onClick={() => void (question === null ? make() : change(question))}
            >
              {t(busy ? 'saving' : question === null ? 'make' : 'save')}
            </Button>
          )}
        </span>
      </div>
      {correction && (
        <p id="correction-means" className="text-[14px] text-ink-2">
          {t('correctionMeans')}
        </p>
      )}
      <p role="status" className={error === undefined ? 'text-[14px] text-good' : 'text-[14px] text-wrong'}>
        {error ?? told}
      </p>
      {question !== null && question.version > base && (
        <p className="text-[14px] text-wait">{t('newerThere', { version: question.version, base })}</p>
      )}
      {!mayWrite && <p className="text-[14px] text-ink-2">{t('lookOnly')}</p>}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 xl:grid-cols-2">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
          <CodeEditor
            language="markdown"
            label={t('source')}
            value={source}
            onChange={(text) => {
              write(text);
              setTold('');
            }}
            marks={marks}
            {...(spot === undefined ? {} : { goTo: spot })}
            className="bg-sheet! text-[13.5px] [&_.cm-editor]:h-[52dvh] [&_textarea]:h-[52dvh]"
          />
          <ProblemList problems={preview.problems} pending={preview.pending} onPick={setSpot} />
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
        <section aria-label={t('preview')} className="grid grid-cols-[minmax(0,1fr)] gap-5">
          {preview.content === null ? (
            <p className="rounded-2 border border-line border-dashed p-8 text-center text-ink-2">{t('previewWait')}</p>
          ) : (
            <TriedCard
              key={preview.of}
              question={preview.content}
              source={preview.of}
              stale={preview.of !== source && preview.problems.length > 0}
            />
          )}
          {children}
        </section>
      </div>
    </>
  );
}
