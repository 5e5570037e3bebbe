'use client';
/** A text with gaps: what stands is read, and what belongs in the gaps is typed or picked where they are. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { gapsOf } from '../../../domain/kinds/gaps/asked.ts';
import type { GapRun, GapsLine } from '../../../domain/kinds/gaps/document.ts';
import type { TestOutcome } from '../../../domain/results/verdict.ts';
import type { FieldProps } from '../../_features/lesson/card-types.ts';
import { Html } from '../../_features/lesson/html.tsx';
import './gaps.css';

const LONGEST = 120;
/** So wide a gap is before anything stands in it: how long its answer is must not be seen. */
const WIDTH = { text: 11, number: 7 } as const;

export function GapsText({ question, answer, onChange, verdict, disabled, labelledBy }: FieldProps<'gaps'>) {
  const all = gapsOf(question);
  const write = (gap: string, text: string): void => {
    const { [gap]: _before, ...rest } = answer.gaps;
    onChange({ kind: 'gaps', gaps: text === '' ? rest : { ...rest, [gap]: text } });
  };
  const outcomes = new Map(verdict?.tests.map((test) => [test.id, test]));
  const shown = (run: GapRun) => (
    <GapField
      key={run.gap}
      run={run}
      count={all.length}
      text={answer.gaps[run.gap] ?? ''}
      write={(text) => write(run.gap, text)}
      outcome={outcomes.get(run.gap)}
      disabled={disabled}
    />
  );
  return (
    <section aria-labelledby={labelledBy} className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="lesson-prose gaps-text">
        {question.passage.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines stand where they stand
          <Line key={index} line={line} shown={shown} />
        ))}
      </div>
    </section>
  );
}

function Line({ line, shown }: { line: GapsLine; shown(run: GapRun): ReactNode }) {
  if (!('runs' in line)) return <Html html={line.html} />;
  return (
    <p className={clsx(line.mark !== undefined && 'gaps-marked')}>
      {line.mark !== undefined && <span>{line.mark} </span>}
      {line.runs.map((run, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: what stands between gaps has no name
        'gap' in run ? shown(run) : <Html key={index} as="span" html={run.html} />,
      )}
    </p>
  );
}

interface GapFieldProps {
  run: GapRun;
  count: number;
  text: string;
  write(text: string): void;
  outcome: TestOutcome | undefined;
  disabled: boolean;
}

function GapField({ run: { gap, takes, options = [] }, count, text, write, outcome, disabled }: GapFieldProps) {
  const t = useTranslations('lesson.gaps');
  const passed = outcome?.passed ?? null;
  const label = t(passed === null ? 'nth' : passed ? 'gapRight' : 'gapWrong', { gap, count });
  const sign =
    passed === null ? null : (
      <span aria-hidden className={passed ? 'text-good' : 'text-wrong'}>
        {passed ? ' ✓' : ' ▲'}
      </span>
    );
  const common = {
    'data-field': gap,
    'aria-label': label,
    'aria-invalid': passed === false,
    disabled,
    className: 'gaps-gap',
  };
  if (takes === 'several') {
    const picked = text === '' ? [] : text.split('\n');
    const toggle = (option: string): void =>
      write(options.filter((one) => (one === option ? !picked.includes(one) : picked.includes(one))).join('\n'));
    return (
      <fieldset className="gaps-several" aria-label={label} data-field={gap}>
        {options.map((option) => (
          <label key={option} className="whitespace-nowrap">
            <input
              type="checkbox"
              checked={picked.includes(option)}
              onChange={() => toggle(option)}
              disabled={disabled}
            />{' '}
            <bdi>{option}</bdi>
          </label>
        ))}
        {sign}
      </fieldset>
    );
  }
  return (
    <span className="whitespace-nowrap">
      {takes === 'one' ? (
        <select {...common} value={options.includes(text) ? text : ''} onChange={({ target }) => write(target.value)}>
          <option value="">{t('pick')}</option>
          {options.map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          value={text}
          onChange={({ target }) => write(target.value)}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          maxLength={LONGEST}
          style={{ width: `${Math.max(WIDTH[takes], text.length + 2)}ch` }}
        />
      )}
      {sign}
    </span>
  );
}
