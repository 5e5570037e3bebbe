'use client';
/** What a reader moves beside the drawing: sliders, choices, steps. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useState } from 'react';
import type {
  ChoiceControl,
  Control,
  SliderControl,
  Controls as State,
  StepsControl,
} from '../../../domain/figures/controls.ts';
import { Html } from '../lesson/html.tsx';
import { useNumbers } from './numbers.ts';
import { isLong } from './sizes.ts';

interface MoveProps {
  state: State;
  move(name: string, to: State[string]): void;
}

/** Points and cells are moved where they are drawn. */
export function ControlList({ controls, state, move }: MoveProps & { controls: readonly Control[] }) {
  return controls.map((one) => {
    if ('slider' in one) return <SliderRow key={one.slider} control={one} state={state} move={move} />;
    if ('choice' in one) return <ChoiceRow key={one.choice} control={one} state={state} move={move} />;
    if ('steps' in one) return <StepsRow key={one.steps} control={one} state={state} move={move} />;
    return null;
  });
}

function Name({ label, letter }: { label: string | undefined; letter: string }) {
  return label === undefined ? <i>{letter}</i> : <Html as="span" html={label} />;
}

/** A formula alone: screen readers say it in many ways, and some do not say it at all. */
const FORMULA_ALONE = /^<span class="katex">(?:(?!<\/math>).)*<\/math>.*<\/span>$/s;
/** What a control is called where its label is nothing but a formula; undefined: its label says it. */
const spoken = (label: string | undefined, letter: string): string | undefined =>
  label !== undefined && FORMULA_ALONE.test(label) ? letter : undefined;

function SliderRow({ control, state, move }: MoveProps & { control: SliderControl }) {
  const id = useId();
  const { short } = useNumbers();
  const { slider, label, from, to, scale } = control;
  const value = Number(state[slider] ?? control.at);
  const isLog = scale === 'log';
  const [low, high] = isLog ? [Math.log10(from), Math.log10(to)] : [from, to];
  const step = control.step ?? (isLog ? 0.05 : (to - from) / 100);
  return (
    <div className="flex h-12 min-w-0 items-center gap-3 px-4">
      <label htmlFor={id} className="max-w-[45%] shrink-0 truncate text-[14px] text-ink-2">
        <Name label={label} letter={slider} />
      </label>
      <input
        id={id}
        type="range"
        aria-label={spoken(label, slider)}
        min={low}
        max={high}
        step={step}
        value={isLog ? Math.log10(value) : value}
        aria-valuetext={short(value)}
        onChange={({ target }) => {
          const moved = isLog ? 10 ** target.valueAsNumber : target.valueAsNumber;
          move(slider, Number(moved.toPrecision(10)));
        }}
        className="h-11 min-w-16 flex-1 accent-violet"
      />
      <span
        // the slider says it itself
        aria-hidden="true"
        className={clsx(
          'shrink-0 whitespace-nowrap text-end font-semibold text-[14px] tabular-nums',
          isLog ? 'w-24' : 'w-14',
        )}
      >
        {short(value)}
      </span>
    </div>
  );
}

function ChoiceRow({ control, state, move }: MoveProps & { control: ChoiceControl }) {
  const id = useId();
  const { choice, label, options, at } = control;
  const chosen = state[choice] ?? at;
  return (
    <fieldset
      className={clsx('flex h-12 min-w-0 items-center gap-2 overflow-x-auto px-4', isLong(control) && 'col-span-full')}
    >
      <legend className={label === undefined ? 'sr-only' : 'float-start me-1 shrink-0 text-[14px] text-ink-2'}>
        <Name label={label} letter={choice} />
      </legend>
      {options.map(([option]) => (
        <label
          key={option}
          className={clsx(
            'flex min-h-9 shrink-0 cursor-pointer items-center rounded-full border px-3 text-[14px]',
            'has-focus-visible:outline-2 has-focus-visible:outline-violet',
            option === chosen ? 'border-violet bg-violet-soft text-violet-ink' : 'border-line text-ink-2',
          )}
        >
          <input
            type="radio"
            name={id}
            className="sr-only"
            checked={option === chosen}
            onChange={() => move(choice, option)}
          />
          {option}
        </label>
      ))}
    </fieldset>
  );
}

/** How long a whole run plays at most, and how long a step is looked at. */
const WHOLE_MS = 12_000;
const STEP_MS = 700;
const SHORTEST_MS = 60;

function StepsRow({ control, state, move }: MoveProps & { control: StepsControl }) {
  const t = useTranslations('lesson.figure.drawn');
  const { steps, label, to } = control;
  const now = Number(state[steps] ?? control.at);
  const [plays, setPlays] = useState(false);
  const isRunning = plays && now < to;
  useEffect(() => {
    if (!isRunning) return;
    const pause = Math.max(SHORTEST_MS, Math.min(STEP_MS, WHOLE_MS / to));
    const stride = Math.max(1, Math.round((to * SHORTEST_MS) / WHOLE_MS));
    const timer = setTimeout(() => move(steps, Math.min(to, now + stride)), pause);
    return () => clearTimeout(timer);
  }, [isRunning, now, to, steps, move]);
  const go = (where: number): void => {
    setPlays(false);
    move(steps, where);
  };
  const play = (): void => {
    if (isRunning) setPlays(false);
    // who does not want motion sees where it ends
    else if (matchMedia('(prefers-reduced-motion: reduce)').matches) go(to);
    else {
      if (now >= to) move(steps, 0);
      setPlays(true);
    }
  };
  return (
    <fieldset className="flex h-12 min-w-0 items-center gap-1 px-4">
      <legend className="sr-only">
        <Name label={label} letter={t('steps')} />
      </legend>
      <StepButton name={t('toStart')} path="M5 4v12M16 4l-9 6 9 6Z" disabled={now === 0} onClick={() => go(0)} />
      <StepButton name={t('back')} path="M14 4l-9 6 9 6Z" disabled={now === 0} onClick={() => go(now - 1)} />
      <StepButton name={t('next')} path="M6 4l9 6-9 6Z" disabled={now >= to} onClick={() => go(now + 1)} />
      <button
        type="button"
        onClick={play}
        className="ms-1 min-h-9 rounded-full border border-line px-3 text-[14px] hover:bg-fill"
      >
        {isRunning ? t('pause') : t('play')}
      </button>
      <span className="ms-auto text-[14px] text-ink-2 tabular-nums">
        {label !== undefined && (
          <>
            <Html as="span" html={label} />{' '}
          </>
        )}
        {t('stepOf', { now, to })}
      </span>
    </fieldset>
  );
}

interface StepButtonProps {
  name: string;
  path: string;
  disabled: boolean;
  onClick(): void;
}

function StepButton({ name, path, disabled, onClick }: StepButtonProps) {
  return (
    <button
      type="button"
      aria-label={name}
      // a button that a keyboard stands on keeps the focus: it says that there is no more
      aria-disabled={disabled}
      onClick={() => !disabled && onClick()}
      className="flex size-10 items-center justify-center rounded-full text-[13px] hover:bg-fill aria-disabled:text-ink-3 aria-disabled:opacity-50"
    >
      <svg
        aria-hidden="true"
        width="20"
        height="20"
        viewBox="0 0 20 20"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinejoin="round"
        fill="currentColor"
      >
        <path d={path} />
      </svg>
    </button>
  );
}
