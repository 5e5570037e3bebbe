'use client';
/**
 * A question has two faces, a form and Markdown, and one text. The form holds its parts and writes the text anew at each change; a
 * text that came from elsewhere (typed as Markdown, kept from before, discarded) is taken apart by the server, and shown then.
 */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { type WrittenText, writeQuestion } from '../../../domain/lesson/written/write-written.ts';
import type { WrittenQuestion } from '../../../domain/lesson/written/written.ts';

export type Face = 'form' | 'markdown';

/** What the server made of a text. */
export interface TakenApart {
  source: string;
  /** null: a form could not show all of it */
  written: WrittenQuestion | null;
}

export interface Faces {
  /** which one is shown */
  face: Face;
  turn(face: Face): void;
  /** what the form shows; null: there is nothing to show yet, or ever */
  written: WrittenQuestion | null;
  change(written: WrittenQuestion): void;
  /** the text with the places of its parts */
  text: WrittenText;
  /** the form is wanted, and could not show all of this text */
  cannotShow: boolean;
  /** parts that the text says otherwise than the form: a list with boxes in a prompt belongs to the options */
  otherwise: readonly string[];
}

interface Shown {
  of: string;
  written: WrittenQuestion;
}

interface Asked {
  source: string;
  write(source: string): void;
  begins: TakenApart;
  /** the newest that the server took apart */
  back: TakenApart | undefined;
}

/** Which face is shown, and what it writes: one text, whichever of them changes it. */
export function useFaces({ source, write, begins, back }: Asked): Faces {
  const [face, turn] = useState<Face>(begins.written === null ? 'markdown' : 'form');
  const [form, setForm] = useState<Shown | null>(
    begins.written === null ? null : { of: begins.source, written: begins.written },
  );
  const isNow = form?.of === source;
  const known = back?.source === source ? back : begins.source === source ? begins : undefined;
  useEffect(() => {
    if (isNow || known === undefined) return;
    setForm(known.written === null ? null : { of: source, written: known.written });
  }, [isNow, known, source]);
  const change = useCallback(
    (written: WrittenQuestion): void => {
      const { source: of } = writeQuestion(written);
      setForm({ of, written });
      write(of);
    },
    [write],
  );
  const written = isNow ? form.written : null;
  const text = useMemo(
    (): WrittenText => (written === null ? { source, places: [] } : writeQuestion(written)),
    [written, source],
  );
  const cannotShow = face === 'form' && !isNow && known?.written === null;
  const read = isNow && back?.source === source && text.source === source ? back.written : undefined;
  const otherwise = useMemo(
    () => (written === null || read === undefined ? [] : differing(written, read)),
    [written, read],
  );
  return { face: cannotShow ? 'markdown' : face, turn, written, change, text, cannotShow, otherwise };
}

const PARTS = ['title', 'prompt', 'items', 'fences', 'hints', 'solution', 'explanation'] as const;

/** The parts that are not what was written; blanks at their ends say nothing. */
function differing(written: WrittenQuestion, read: WrittenQuestion | null): string[] {
  if (read === null) return [''];
  // what reads otherwise turns up elsewhere too: it is told where it was written
  return PARTS.filter((part) => said(written[part]) !== said(read[part])).slice(0, 1);
}

function said(part: unknown): string {
  return JSON.stringify(part, (_key, value: unknown) => {
    if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim();
    // one that is still empty is none
    if (Array.isArray(value)) return value.filter((one) => typeof one !== 'string' || one.trim() !== '');
    // blocks come in the order in which they stand, which a form may change
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
    return value;
  }).replace(/^""$/, 'null');
}
