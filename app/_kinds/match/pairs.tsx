'use client';
/**
 * Pairs: the prompts, each with a place for its answer, and the answers beside them; on a phone they stay above the lower edge. One
 * prompt waits for its answer, so that a tap on an answer is enough; any other one is taken up by a tap. A mouse may carry an answer to
 * its prompt. By keys: arrows go from line to line, a letter gives the line that answer. Each step is said.
 */
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import type { FieldProps } from '../../_features/lesson/card-types.ts';
import { AnswerChip } from './answer-chip.tsx';
import type { Carried } from './carry.ts';
import { PromptLine } from './prompt-line.tsx';

const STEPS: Record<string, number> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };

export function MatchPairs({ question, answer, onChange, state, disabled, labelledBy }: FieldProps<'match'>) {
  const t = useTranslations('lesson.match');
  const { prompts, answers } = question;
  const { pairs } = answer;
  const [said, setSaid] = useState('');
  /** the prompt that was taken up; else the first one without an answer waits */
  const [taken, setTaken] = useState<string | null>(null);
  /** the answer that waits for its prompt: where no prompt waits */
  const [held, setHeld] = useState<string | null>(null);
  const root = useRef<HTMLFieldSetElement>(null);
  /** what has the focus after the next change */
  const focused = useRef<string | null>(null);
  const missing = (given: typeof pairs) => prompts.find(({ number }) => given[number] === undefined)?.number ?? null;
  const waiting = taken ?? missing(pairs);

  const focus = (act: string): void =>
    root.current?.querySelector<HTMLElement>(`[data-act="${CSS.escape(act)}"]`)?.focus();
  /** the line that waits after the next change: on a phone it may stand below the answers */
  const next = useRef<string | null>(null);
  useEffect(() => {
    if (next.current !== null)
      root.current?.querySelector(`[data-act="prompt ${next.current}"]`)?.scrollIntoView({ block: 'nearest' });
    next.current = null;
    if (focused.current !== null) focus(focused.current);
    focused.current = null;
  });
  const put = (number: string, letter: string, byKey = false): void => {
    const made = { ...pairs, [number]: letter };
    onChange({ kind: 'match', pairs: made });
    setTaken(null);
    setHeld(null);
    setSaid(t('put', { number, letter }));
    next.current = missing(made);
    if (byKey) focused.current = `prompt ${missing(made) ?? number}`;
  };
  const takeAway = (number: string): void => {
    const { [number]: letter, ...rest } = pairs;
    if (letter === undefined) return;
    onChange({ kind: 'match', pairs: rest });
    setTaken(number);
    setSaid(t('taken', { number }));
    focused.current = `prompt ${number}`;
  };
  const takePrompt = (number: string, byKey: boolean): void => {
    if (held !== null) put(number, held, byKey);
    else {
      setTaken(number);
      if (byKey) focus(`answer ${pairs[number] ?? answers[0]?.letter ?? ''}`);
    }
  };
  const takeAnswer = (letter: string, byKey: boolean): void => {
    if (waiting !== null) put(waiting, letter, byKey);
    else {
      setHeld(held === letter ? null : letter);
      if (byKey) focus('prompt 1');
    }
  };
  const [carried, setCarried] = useState<Carried | null>(null);
  const late = useRef<typeof import('./carry.ts')['carry']>(undefined);
  const loadCarry = (): void => {
    // where it cannot come, a click does the same
    void import('./carry.ts').then(
      ({ carry }) => {
        late.current = carry;
      },
      () => undefined,
    );
  };
  const latest = useRef(put);
  latest.current = put;
  /** the answer was carried: the click that ends it is none */
  const moved = useRef(false);
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);
  const begin = (letter: string, event: PointerEvent): void => {
    moved.current = false;
    if (event.pointerType !== 'mouse' || event.button !== 0) return;
    const show = (now: Carried | null): void => {
      moved.current ||= now !== null;
      setCarried(now);
    };
    stop.current = late.current?.(letter, event.nativeEvent, show, (number) => latest.current(number, letter));
  };

  /** A letter gives the prompt that answer; arrows go round in a list. */
  const onKey = (event: KeyboardEvent, prompt: string | null, list: readonly string[], at: number): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const letter = answers.find((one) => one.letter === event.key.toUpperCase())?.letter;
    const step = STEPS[event.key];
    if (letter !== undefined && prompt !== null) put(prompt, letter, true);
    else if (step !== undefined) focus(list[(at + step + list.length) % list.length] ?? '');
    else return;
    event.preventDefault();
  };
  const lines = prompts.map(({ number }) => `prompt ${number}`);
  const chips = answers.map(({ letter }) => `answer ${letter}`);
  return (
    <fieldset ref={root} aria-labelledby={labelledBy} disabled={disabled} className="min-w-0">
      <div className="flex flex-col gap-4 sm:grid sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] sm:items-start">
        <ol aria-label={t('prompts')} className="grid grid-cols-[minmax(0,1fr)] gap-2">
          {prompts.map(({ number, html }, index) => (
            <PromptLine
              key={number}
              number={number}
              html={html}
              letter={pairs[number]}
              answers={answers}
              told={state.choice}
              waits={waiting === number || carried?.over === number}
              disabled={disabled}
              onTake={(byKey) => takePrompt(number, byKey)}
              onAway={() => takeAway(number)}
              onKeyDown={(event) => {
                if (event.key === 'Delete' || event.key === 'Backspace') takeAway(number);
                else onKey(event, number, lines, index);
              }}
            />
          ))}
        </ol>
        {!disabled && (
          <div className="grid grid-cols-[minmax(0,1fr)] gap-2 max-sm:sticky max-sm:bottom-2 max-sm:z-10 max-sm:max-h-[40dvh] max-sm:overflow-y-auto max-sm:rounded-2 max-sm:border max-sm:border-line max-sm:bg-sheet max-sm:p-2.5 max-sm:shadow-sheet sm:sticky sm:top-18">
            <p className="text-[13.5px] text-ink-2">
              {held !== null
                ? t('held', { letter: held })
                : waiting === null
                  ? t('done')
                  : t('waiting', { number: waiting })}
            </p>
            <ul
              onPointerEnter={(event) => event.pointerType === 'mouse' && loadCarry()}
              aria-label={t('answers')}
              className="flex flex-wrap gap-2 sm:grid sm:grid-cols-[minmax(0,1fr)]"
              // a dragging that ends where it began is no click
              onClickCapture={(event) => event.detail > 0 && moved.current && event.stopPropagation()}
            >
              {answers.map(({ letter, html }, index) => (
                <AnswerChip
                  key={letter}
                  letter={letter}
                  html={html}
                  users={prompts.flatMap(({ number }) => (pairs[number] === letter ? number : []))}
                  held={held === letter}
                  by={carried?.letter === letter ? carried.by : null}
                  onTake={(byKey) => takeAnswer(letter, byKey)}
                  onPointerDown={(event) => begin(letter, event)}
                  onKeyDown={(event) => {
                    if (event.key === 'Escape' && waiting !== null) focus(`prompt ${waiting}`);
                    else onKey(event, waiting, chips, index);
                  }}
                />
              ))}
            </ul>
          </div>
        )}
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
    </fieldset>
  );
}
