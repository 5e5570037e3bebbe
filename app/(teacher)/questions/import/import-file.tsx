'use client';
/** A file is picked or dropped, looked at by the server, and what is ticked of it taken: all of that or nothing. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ENCODINGS, type Encoding, GUESSED } from '../../../../domain/exchange/encodings.ts';
import type { Remark } from '../../../../domain/exchange/remark.ts';
import type { Looked, LookedAt } from '../../../../server/features/importing/commands.ts';
import { useCommand } from '../../../_client/use-command.ts';
import { useLookedFile } from '../../../_features/importing/use-looked-file.ts';
import type { ImportWords } from '../../../_i18n/import-words.ts';
import { Button } from '../../../_ui/button.tsx';
import { FileDrop, FileField } from '../../../_ui/file-drop.tsx';
import { FootBar } from '../../../_ui/foot-bar.tsx';
import { SelectField } from '../../../_ui/select-field.tsx';
import { ImportTable } from './import-table.tsx';

export function ImportFile({ formats }: { formats: string }) {
  const t = useTranslations('desk.importing');
  const { busy, error, send } = useCommand();
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const [quizzes, setQuizzes] = useState<ReadonlySet<number>>(new Set());
  /** places of lines that become the next version of what one has */
  const [replaced, setReplaced] = useState<ReadonlySet<number>>(new Set());
  /** why nothing of it was taken, as the server says it */
  const [why, setWhy] = useState<Remark>();
  const [taken, setTaken] = useState({ count: 0, quizzes: 0 });

  const { opened, told, field, pick, again, done } = useLookedFile<Looked, Encoding>({
    busy,
    ask: (file, encoding) => send('importing.look', { file, encoding }),
    reading: t('reading'),
    large: (most) => t('large', { most }),
    onBegin() {
      setTaken({ count: 0, quizzes: 0 });
      setWhy(undefined);
    },
    onLooked(looked) {
      const lines = 'lines' in looked ? looked.lines : [];
      const isOurs = 'format' in looked && looked.format === 'nabla';
      setTicked(new Set(lines.flatMap((line, place) => (isWanted(line, isOurs) ? [place] : []))));
      setReplaced(new Set());
      setQuizzes(new Set('quizzes' in looked ? looked.quizzes.keys() : []));
    },
  });

  const take = async (): Promise<void> => {
    if (opened === undefined || !('lines' in opened.looked)) return;
    const { file, how: encoding, looked } = opened;
    const replace = [...replaced].flatMap((place) => {
      const base = looked.lines[place]?.replaces;
      return base == null || !ticked.has(place) ? [] : [{ place, base }];
    });
    setWhy(undefined);
    const sent = { file, encoding, take: [...ticked], replace, quizzes: [...quizzes], seen: looked.seen };
    const given = await send('importing.take', sent);
    if (given === undefined) return;
    if ('told' in given) {
      setWhy(given.told);
      return;
    }
    setTaken(given);
    done();
  };

  const looked = opened?.looked;
  const refused = looked !== undefined && 'refused' in looked ? looked.refused : why;
  return (
    <>
      <FileDrop onFile={pick}>
        <FileField label={t('file')} onFile={pick} field={field} />
        <p className="text-[13px] text-ink-3">{formats}</p>
      </FileDrop>
      <p role="status" className="text-[15px] text-ink-2 empty:hidden">
        {told}
        {taken.count > 0 && (
          <>
            ✓ {t('taken', { count: taken.count })}{' '}
            <Link href="/questions?of=mine" prefetch={false} className="font-[550] text-violet-ink underline">
              {t('toQuestions')}
            </Link>{' '}
          </>
        )}
        {taken.quizzes > 0 && (
          <>
            ✓ {t('takenQuizzes', { count: taken.quizzes })}{' '}
            <Link href="/quizzes" prefetch={false} className="font-[550] text-violet-ink underline">
              {t('toQuizzes')}
            </Link>
          </>
        )}
      </p>
      <p role="alert" className="text-[15px] text-wrong empty:hidden">
        {error ?? (refused === undefined ? '' : opened?.words.sentence(refused))}
      </p>
      {opened !== undefined && looked !== undefined && 'lines' in looked && (
        <section aria-label={t('preview')} className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <Summary name={opened.name} looked={looked} words={opened.words} />
          {looked.remarks.some(({ code }) => code === GUESSED) && (
            <SelectField
              label={opened.words.readAs}
              value={opened.how ?? ENCODINGS[0]}
              disabled={busy}
              options={ENCODINGS.map((value) => ({ value, label: opened.words.encoding(value) }))}
              onChange={({ target }) => again(() => ENCODINGS.find((one) => one === target.value) ?? ENCODINGS[0])}
            />
          )}
          <ImportTable
            words={opened.words}
            lines={looked.lines}
            ticked={ticked}
            onTick={setTicked}
            replaced={replaced}
            onReplace={setReplaced}
          />
          {looked.quizzes.length > 0 && (
            <Quizzes
              quizzes={looked.quizzes}
              ticked={ticked}
              lines={looked.lines}
              chosen={quizzes}
              onChoose={setQuizzes}
            />
          )}
          <FootBar>
            <Button look="first" onClick={() => void take()} idle={busy || ticked.size + quizzes.size === 0}>
              {busy ? t('taking') : t('take', { count: ticked.size, quizzes: quizzes.size })}
            </Button>
            <span className="text-[14px] text-ink-2">{t('allOrNone')}</span>
          </FootBar>
        </section>
      )}
    </>
  );
}

/**
 * What one surely wants: not what one has, nor what has lost its key and became a poll. Another program's format holds less of a
 * question of one's own than its own text does.
 */
const isWanted = ({ taken, known, replaces, remarks }: LookedAt, isOurs: boolean): boolean =>
  taken && !known && (isOurs || replaces === null) && !remarks.some(({ code }) => code === 'options.noKey');

interface QuizzesProps {
  quizzes: Extract<Looked, { seen: string }>['quizzes'];
  lines: Extract<Looked, { seen: string }>['lines'];
  ticked: ReadonlySet<number>;
  chosen: ReadonlySet<number>;
  onChoose(chosen: ReadonlySet<number>): void;
}

/** The quizzes of the file: each asks those of its questions that are ticked, or that one has already. */
function Quizzes({ quizzes, lines, ticked, chosen, onChoose }: QuizzesProps) {
  const t = useTranslations('desk.importing');
  const toggle = (place: number, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(place);
    else next.delete(place);
    onChoose(next);
  };
  return (
    <fieldset className="grid gap-2 rounded-2 border border-line bg-sheet p-4">
      <legend className="px-1 font-[550] text-[15px]">{t('quizzes')}</legend>
      {quizzes.map(({ title, questions }, place) => {
        const missing = questions.filter(({ item }) => !ticked.has(item) && lines[item]?.known !== true).length;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a quiz of a file is its place
          <label key={place} className="flex items-start gap-2 text-[15px]">
            <input
              type="checkbox"
              checked={chosen.has(place)}
              onChange={(event) => toggle(place, event.target.checked)}
              className="mt-0.5 size-5 accent-violet"
            />
            <span>
              <bdi className="font-[550]">{title}</bdi>{' '}
              <span className="text-ink-2">{t('quizOf', { count: questions.length, missing })}</span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

interface SummaryProps {
  name: string;
  looked: Extract<Looked, { seen: string }>;
  words: ImportWords;
}

/** What is in the file in numbers that add up, and what is said of the whole. */
function Summary({ name, looked, words }: SummaryProps) {
  const t = useTranslations('desk.importing');
  const { lines, format, remarks } = looked;
  const taken = lines.filter((line) => line.taken);
  const changed = taken.filter((item) => item.remarks.length > 0).length;
  return (
    <div className="grid gap-1 text-[15px]">
      <p>
        {t.rich('found', {
          name,
          format: words.format(format),
          bdi: (text) => <bdi>{text}</bdi>,
        })}
      </p>
      <p className="text-ink-2 tabular-nums">
        {t('sums', {
          all: lines.length,
          plain: taken.length - changed,
          changed,
          refused: lines.length - taken.length,
        })}
      </p>
      <ul className="list-disc ps-5 text-[14px] text-ink-2 empty:hidden">
        {remarks.map((remark) => (
          <li key={JSON.stringify(remark)}>{words.sentence(remark)}</li>
        ))}
      </ul>
    </div>
  );
}
