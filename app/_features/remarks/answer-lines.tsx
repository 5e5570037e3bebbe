'use client';
/** What was handed in, line by line: those with remarks are marked, and one can be chosen by its number to say something to it. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useState } from 'react';
import { ScrolledText } from '../../_ui/scrolled-text.tsx';

interface AnswerLinesProps {
  lines: readonly string[];
  /** the lines to which something was said */
  marked: ReadonlySet<number>;
  chosen: number | null;
  /** left out: they are only read */
  onLine?: ((line: number) => void) | undefined;
}

export function AnswerLines({ lines, marked, chosen, onLine }: AnswerLinesProps) {
  const t = useTranslations('remarks');
  /** the one that the Tab key comes to; arrows go from there */
  const [current, setCurrent] = useState(1);
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>, line: number): void => {
    const to = stepFrom(event.key, line, lines.length);
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    setCurrent(to);
    event.currentTarget.closest('pre')?.querySelector<HTMLElement>(`[data-line="${to}"]`)?.focus();
  };
  return (
    <ScrolledText label={t('code')} className="max-h-96 py-2 text-[13px] leading-6">
      {lines.map((text, at) => {
        const line = at + 1;
        const isMarked = marked.has(line);
        const look = clsx(
          'sticky inset-s-0 w-11 shrink-0 border-s-3 pe-2 text-end tabular-nums',
          isMarked
            ? 'border-violet bg-violet-soft font-semibold text-violet-ink'
            : 'border-transparent bg-fill text-ink-3',
        );
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is who it is by its number
          <span key={at} className={clsx('flex w-max min-w-full', chosen === line && 'bg-violet-soft')}>
            {onLine === undefined ? (
              <span className={look} title={isMarked ? t('lineMarked', { line }) : undefined}>
                {line}
              </span>
            ) : (
              <button
                type="button"
                data-line={line}
                tabIndex={line === Math.min(current, lines.length) ? 0 : -1}
                aria-pressed={chosen === line}
                aria-label={t(isMarked ? 'lineMarked' : 'line', { line })}
                onClick={() => {
                  setCurrent(line);
                  onLine(line);
                }}
                onKeyDown={(event) => onKeyDown(event, line)}
                className={clsx(look, 'hover:text-ink hover:underline')}
              >
                {line}
              </button>
            )}
            <span className="whitespace-pre px-3">{text === '' ? ' ' : text}</span>
          </span>
        );
      })}
    </ScrolledText>
  );
}

function stepFrom(key: string, line: number, lines: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(lines, line + 1);
  if (key === 'ArrowUp') return Math.max(1, line - 1);
  if (key === 'Home') return 1;
  return key === 'End' ? lines : undefined;
}
