'use client';
/** The buttons of a text, for who knows no Markdown: one stop of the Tab key. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { around, asGap, asLink, asList, type Edit } from './insert.ts';
import { useRoving } from './use-roving.ts';

interface MarkdownToolsProps {
  /** of the text */
  label: string;
  /** only what a line can have */
  short: boolean;
  /** its gaps are answered */
  gaps: boolean;
  onApply(edit: (text: string, from: number, to: number) => Edit): void;
  onFormula(): void;
  onPicture(): void;
}

interface Tool {
  name: 'bold' | 'italic' | 'code' | 'list' | 'link' | 'formula' | 'picture' | 'gap';
  sign: string;
  /** what it does, with its keys, where its name does not say so */
  title?: string;
  look?: string;
  act(): void;
}

export function MarkdownTools({ label, short, gaps, onApply, onFormula, onPicture }: MarkdownToolsProps) {
  const t = useTranslations('authoring.tools');
  const { onKeyDown, stop } = useRoving();
  const marking: Tool[] = [
    { name: 'bold', sign: 'B', look: 'font-bold', act: () => onApply((...at) => around(...at, '**')) },
    { name: 'italic', sign: 'I', look: 'italic font-serif', act: () => onApply((...at) => around(...at, '*')) },
    { name: 'code', sign: '‹›', look: 'font-mono', act: () => onApply((...at) => around(...at, '`')) },
    { name: 'list', sign: '☰', act: () => onApply(asList) },
    { name: 'link', sign: '↗', act: () => onApply(asLink) },
  ];
  const inserting: Tool[] = [
    {
      name: 'formula',
      sign: short ? '∑' : t('formulaSign'),
      title: t('formulaKeys'),
      look: 'font-serif text-[15px]! italic',
      act: onFormula,
    },
    { name: 'picture', sign: short ? '▨' : t('pictureSign'), title: t('pictureHow'), act: onPicture },
  ];
  const gapping: Tool[] = [
    { name: 'gap', sign: t('gapSign'), title: t('gapHow'), look: 'font-[550]', act: () => onApply(asGap) },
  ];
  const all = [...(gaps ? gapping : []), ...marking, ...inserting];
  return (
    <div
      role="toolbar"
      aria-label={t('toolbar', { field: label })}
      onKeyDown={onKeyDown}
      className={clsx('flex flex-wrap items-center gap-0.5 p-1', !short && 'border-line border-b')}
    >
      {(short ? inserting : all).map(({ name, sign, title, look, act }, place) => (
        <button
          key={name}
          type="button"
          aria-label={t(name)}
          title={title ?? t(name)}
          onClick={act}
          className={clsx('min-h-8 min-w-8 rounded-1 px-2 text-[14px] text-ink-2 hover:bg-fill hover:text-ink', look)}
          {...stop(place)}
        >
          {sign}
        </button>
      ))}
    </div>
  );
}
