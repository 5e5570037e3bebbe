'use client';
/** How a field is understood, as one types: typeset with what is to be told, what cannot be read, or what it may mean. */
import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo, useRef } from 'react';
import type { FieldReading as Reading } from '../../../domain/kinds/common/unread.ts';
import { Tex } from '../../_features/lesson/tex.tsx';
import { sentence } from '../../_features/lesson/words.ts';
import { useLate } from '../../_late/late.ts';
import { useBegun } from '../../_late/use-near.ts';
import { ReadingChoice } from './reading-choice.tsx';

/** What reads, loaded when the first letter is typed; of what was typed before, when the page is touched. */
type Reader = typeof import('../../../domain/kinds/readings.ts');
const loadReader = (): Promise<Reader> => import('../../../domain/kinds/readings.ts');

interface FieldReadingProps {
  text: string;
  /** without a choice, so that it can be changed; the same for the same text */
  read(reader: Reader, text: string): Reading;
  chosen: string | undefined;
  onChoose(text: string): void;
  disabled: boolean;
  /** what goes without saying is not said: a number that is read as it was typed */
  quiet?: boolean;
}

export function FieldReading({ text, read, chosen, onChoose, disabled, quiet = false }: FieldReadingProps) {
  const t = useTranslations();
  const settled = useDeferredValue(text);
  const latest = useRef(read);
  latest.current = read;
  const empty = settled.trim() === '';
  // where the network went before it came, nothing is told of how it is read, and the server reads it too
  const begun = useBegun();
  const { part: reader } = useLate(empty || !begun ? undefined : loadReader);
  const reading = useMemo(
    () => (empty || reader === undefined ? null : latest.current(reader, settled)),
    [empty, reader, settled],
  );
  if (reading === null) return null;
  if (reading.is === 'asked')
    return <ReadingChoice readings={reading.readings} chosen={chosen} onChoose={onChoose} disabled={disabled} />;
  if (reading.is === 'unread') return <span className="text-ink-3">{sentence(t, reading.feedback)}</span>;
  const [note] = reading.notes;
  if (quiet && reading.tex === settled.trim()) return null;
  return (
    <span>
      <span className="text-ink-3">{t('lesson.maths.readAs')} </span>
      <Tex tex={reading.tex} className="ms-1 text-[15px]" />
      {note !== undefined && <span className="mt-0.5 block text-ink-3">{sentence(t, note)}</span>}
    </span>
  );
}
