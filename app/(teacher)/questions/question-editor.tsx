'use client';
/** Writes a question as a form or as Markdown, with a student's card of it beside, which can be tried; keeps its versions. */
import clsx from 'clsx';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Homes } from '../../../domain/homes.ts';
import type { InputSamples } from '../../../domain/lesson/input-samples.ts';
import type { LessonProblem } from '../../../domain/lesson/problems.ts';
import { writeQuestion } from '../../../domain/lesson/written/write-written.ts';
import type { WrittenQuestion } from '../../../domain/lesson/written/written.ts';
import type { QuestionView } from '../../../domain/question.ts';
import { calls } from '../../_client/calls.ts';
import { useCommand } from '../../_client/use-command.ts';
import { SAVE_KEYS, useSaveKeys } from '../../_client/use-save-keys.ts';
import { FaceSwitch } from '../../_features/authoring/face-switch.tsx';
import { useFormWords } from '../../_features/authoring/form-words.ts';
import { HomeField } from '../../_features/authoring/home-field.tsx';
import { SourceEditor } from '../../_features/authoring/pictures/source-editor.tsx';
import { QuestionForm } from '../../_features/authoring/question-form.tsx';
import { Unproved } from '../../_features/authoring/unproved.tsx';
import { type TakenApart, useFaces } from '../../_features/authoring/use-faces.ts';
import { useWrong } from '../../_features/authoring/use-wrong.ts';
import { ProblemList, useProblemWords } from '../../_features/courses/problem-list.tsx';
import { usePreview } from '../../_features/courses/use-preview.ts';
import { DiscardButton } from '../../_features/drafting/discard-button.tsx';
import { DraftChip } from '../../_features/drafting/draft-chip.tsx';
import { DraftNotes } from '../../_features/drafting/draft-notes.tsx';
import { useAuthorDraft } from '../../_features/drafting/use-author-draft.ts';
import { useLate } from '../../_late/late.ts';
import { Button, ButtonLink } from '../../_ui/button.tsx';
import { Chip } from '../../_ui/chip.tsx';
import { InputSamplesList } from './input-samples.tsx';
import type { Samples } from './samples.tsx';
import { TagList } from './tags.tsx';
import { TriedCard } from './tried-card.tsx';
import { useFirstTags } from './use-first-tags.ts';

export interface EditedQuestion {
  id: string;
  /** the newest */
  version: number;
  source: string;
  /** null: a form could not show all of it */
  written: WrittenQuestion | null;
  may: { change: boolean; share: boolean; copy: boolean };
}

interface EditorProps {
  user: string;
  beginning?: WrittenQuestion;
  /** of a new one: where it may go */
  homes?: Homes;
  /** its code was not run when it was kept just now */
  notRun?: boolean;
  /** what is known of it beside its text */
  children?: ReactNode;
}

/** `question` null: a new one, which begins with `beginning`; `newId`: which one of those that are not saved */
type QuestionEditorProps = EditorProps & ({ question: EditedQuestion } | { question: null; newId: string });

/** Only where values are drawn. */
const loadSamples = async () => (await import('./samples.tsx')).SamplesBar;

/** As many as the server takes. */
const MOST_TAGS = 20;
const NOWHERE: Homes = { own: true, courses: [] };

/** What it begins with, as it was saved or as a new one does. */
function beginsWith(question: EditedQuestion | null, beginning: WrittenQuestion | undefined): TakenApart {
  if (question !== null) return { source: question.source, written: question.written };
  if (beginning === undefined) return { source: '', written: null };
  return { source: writeQuestion(beginning).source, written: beginning };
}

export function QuestionEditor(props: QuestionEditorProps) {
  const { user, question, beginning, homes = NOWHERE, notRun = false, children } = props;
  const newId = props.question === null ? props.newId : '';
  const t = useTranslations('desk.questions');
  const editorWords = useTranslations('desk.editor.unproved');
  const toLookAt = useTranslations('desk.editor')('note');
  const router = useRouter();
  const words = useProblemWords();
  const formWords = useFormWords();
  const begins = useMemo(() => beginsWith(question, beginning), [question, beginning]);
  const mayWrite = question === null || question.may.change;
  const draft = useAuthorDraft(
    {
      user,
      thing: question === null ? { of: 'new', newId } : { of: 'question', questionId: question.id },
      version: question?.version ?? 0,
      shared: mayWrite,
    },
    begins.source,
  );
  /** `base`: which version the text was made of; a newer one may come with the page */
  const { source, kept, base, write, settle } = draft;
  const [back, setBack] = useState<TakenApart>();
  /** some of what students may get, where values are drawn */
  const [variants, setVariants] = useState<Samples>();
  const [sample, setSample] = useState(0);
  const { part: SamplesBar } = useLate(variants === undefined ? undefined : loadSamples);
  /** some of what hidden tests may draw */
  const [inputs, setInputs] = useState<readonly InputSamples[]>();
  const look = useCallback(async (asked: string) => {
    const read = await calls.bank.preview.mutate({ source: asked });
    if (read.ok) {
      setBack({ source: asked, written: read.preview.written });
      if (read.preview.content !== null) {
        setVariants(read.preview.variants);
        setInputs(read.preview.inputs);
      }
    }
    return read;
  }, []);
  const preview = usePreview<QuestionView>(source, look);
  const [told, setTold] = useState('');
  const put = useCallback(
    (text: string): void => {
      write(text);
      setTold('');
    },
    [write],
  );
  const faces = useFaces({ source, write: put, begins, back });
  const { busy, error, problems: refused, send } = useCommand();
  /** the text that was not kept, for what only its running shows */
  const [refusedOf, setRefusedOf] = useState<string>();
  /** its code was kept and not run */
  const [unproved, setUnproved] = useState(notRun);
  /** what running the code of a text has shown that is kept already */
  const [found, setFound] = useState<{ of: string; problems: readonly LessonProblem[] }>();
  const problems = useMemo(
    () => [
      ...preview.problems,
      ...(refusedOf === source ? refused : []),
      ...(found?.of === source ? found.problems : []),
    ],
    [preview.problems, refused, refusedOf, found, source],
  );
  const wrong = useWrong({
    problems,
    text: faces.text,
    words: formWords,
    fresh: question === null,
    otherwise: faces.otherwise,
  });
  const marks = useMemo(() => problems.map((problem) => ({ ...problem, text: words(problem) })), [problems, words]);
  const [spot, setSpot] = useState<{ line: number; column: number }>();
  const [correction, setCorrection] = useState(false);
  const fields = useRef<HTMLDivElement>(null);
  /** how often what is missing was looked for; once it is marked, the first of it gets the focus */
  const [sought, setSought] = useState(0);
  useEffect(() => {
    if (sought > 0) fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [sought]);
  const place = Math.min(sample, (variants?.samples.length ?? 1) - 1);
  const isKnown = preview.seen === source;
  const missing = isKnown ? preview.problems.length + faces.otherwise.length : 0;
  /** it was pressed before it was known what is wrong */
  const [waits, setWaits] = useState(false);
  /** What keeps it from being saved is shown, and gone to. */
  const toWhatIsMissing = (): void => {
    wrong.tellAll();
    setTold(t('missing', { count: missing }));
    setSought((before) => before + 1);
  };
  const first = useFirstTags(`${user} ${newId}`);
  /** As many as a question may have, each once. */
  const tagFirst = async (add: string[], remove: string[]): Promise<boolean> => {
    first.put([...new Set([...first.tags, ...add])].filter((tag) => !remove.includes(tag)).slice(0, MOST_TAGS));
    return true;
  };
  const [home, setHome] = useState(homes.own ? '' : (homes.courses[0]?.id ?? ''));
  const notKept = (): void => {
    setRefusedOf(source);
    wrong.tellAll();
    setSought((before) => before + 1);
  };
  const make = async (): Promise<void> => {
    const tags = [...first.tags];
    const made = await send('bank.make', { source, courseId: home === '' ? null : home, newId, tags });
    if (made === undefined) return notKept();
    first.put([]);
    settle(source, 0);
    router.push(`/questions/${made.questionId}${made.unproved ? '?code=not-run' : ''}`);
  };
  const change = async ({ id }: EditedQuestion): Promise<void> => {
    const done = await send('bank.change', { questionId: id, base, source, correction });
    if (done === undefined) {
      notKept();
      // a newer version that somebody saved meanwhile comes with the page, and a way on
      router.refresh();
      return;
    }
    settle(source, done.version);
    setCorrection(false);
    setUnproved(done.unproved);
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
  const ran = (problems: readonly LessonProblem[]): void => {
    setUnproved(false);
    setFound({ of: source, problems });
    setTold(editorWords(problems.length > 0 ? 'wrong' : 'right'));
    wrong.tellAll();
  };
  const save = (): void => {
    setWaits(false);
    if (missing > 0) toWhatIsMissing();
    else void (question === null ? make() : change(question));
  };
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    if (waits && isKnown) latest.current();
  }, [waits, isKnown]);
  const isWell = error === undefined && missing === 0 && !(found?.of === source && found.problems.length > 0);
  const idle = busy || (question !== null && !kept);
  const press = (): void => {
    // what is wrong may still be on its way; pressed again, it is saved without waiting for that
    if (isKnown || waits) save();
    else setWaits(true);
  };
  useSaveKeys(mayWrite && !idle ? press : undefined);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="min-w-0 font-semibold text-[22px]">
          {question === null ? t('new') : <bdi>{preview.content?.title ?? t('one')}</bdi>}
        </h1>
        {question !== null && <Chip tone="right">✓ {t('version', { version: base })}</Chip>}
        {kept && <DraftChip {...draft} />}
        <span className="ms-auto flex flex-wrap items-center gap-x-3 gap-y-2">
          <FaceSwitch face={faces.face} onTurn={faces.turn} />
          <DiscardButton draft={draft} onBack={put} />
          {question !== null && !kept && (
            <ButtonLink look="quiet" href="/questions/new" prefetch={false}>
              {t('new')}
            </ButtonLink>
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
            <Button look="first" idle={idle} title={t('saveKeys')} aria-keyshortcuts={SAVE_KEYS} onClick={press}>
              {t(busy || waits ? 'saving' : question === null ? 'make' : 'save')}
            </Button>
          )}
        </span>
      </div>
      {correction && (
        <p id="correction-means" className="text-[14px] text-ink-2">
          {t('correctionMeans')}
        </p>
      )}
      <p role="status" className={isWell ? 'text-[14px] text-good' : 'text-[14px] text-wrong'}>
        {error ?? told}
      </p>
      {unproved && question?.may.change === true && (
        <Unproved prove={() => calls.bank.prove.mutate({ questionId: question.id })} onRan={ran} />
      )}
      <DraftNotes draft={draft} version={question?.version ?? 0} published={question?.source ?? ''} />
      {question === null && (
        <HomeField label={t('home')} own={t('ownBank')} homes={homes} value={home} onPick={setHome} />
      )}
      {!mayWrite && <p className="text-[14px] text-ink-2">{t('lookOnly')}</p>}
      {faces.cannotShow && <p className="text-[14px] text-wait">{t('noForm')}</p>}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 xl:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]">
        <div ref={fields} className="grid grid-cols-[minmax(0,1fr)] gap-3">
          {faces.face === 'form' ? (
            <>
              {faces.written !== null && (
                <QuestionForm written={faces.written} onChange={faces.change} wrong={wrong} fresh={question === null} />
              )}
              {!preview.old &&
                preview.notes.map((note) => (
                  <p key={JSON.stringify(note.params)} className="text-[14px] text-ink-2">
                    <b className="font-[550]">● {toLookAt}:</b> {formWords(note)}
                  </p>
                ))}
            </>
          ) : (
            <>
              <SourceEditor
                label={t('source')}
                value={source}
                onChange={put}
                marks={marks}
                {...(spot === undefined ? {} : { goTo: spot })}
                className="bg-sheet! text-[13.5px] [&_.cm-editor]:h-[52dvh] [&_textarea]:h-[52dvh]"
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
            </>
          )}
        </div>
        <section
          aria-label={t('preview')}
          className={clsx(
            'grid grid-cols-[minmax(0,1fr)] gap-5',
            // beside a long form it stays in sight; what is known of a question needs the room itself
            question === null && 'xl:sticky xl:top-18',
          )}
        >
          {preview.content === null || (question === null && !kept && preview.old) ? (
            <p className="rounded-2 border border-line border-dashed p-8 text-center text-ink-2">{t('previewWait')}</p>
          ) : (
            <TriedCard
              key={`${place} ${preview.of}`}
              question={variants?.samples[place]?.content ?? preview.content}
              source={preview.of}
              sample={variants === undefined ? undefined : place}
              stale={preview.old || faces.otherwise.length > 0}
            />
          )}
          {SamplesBar !== undefined && variants !== undefined && preview.content !== null && !preview.old && (
            <SamplesBar variants={variants} source={preview.of} shown={place} onShow={setSample} />
          )}
          {inputs !== undefined && preview.content !== null && <InputSamplesList inputs={inputs} stale={preview.old} />}
          {question === null && <TagList tags={first.tags} keep onChange={tagFirst} />}
          {children}
        </section>
      </div>
    </>
  );
}
