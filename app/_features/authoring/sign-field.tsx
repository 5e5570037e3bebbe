'use client';
/** By what a misconception shows: an option, a pair, an order, an answer, a slip, an error, a test. */
import { useTranslations } from 'next-intl';
import type { WrittenQuestion } from '../../../domain/lesson/written/written.ts';
import type { SignName, Signs } from '../../../domain/misconceptions/sign.ts';
import { SelectField } from '../../_ui/select-field.tsx';
import { promptsOf } from './misread-rows.ts';
import type { YamlBlock } from './use-yaml.ts';
import { withoutMarks } from './without-marks.ts';
import { WrongWords } from './wrong-words.tsx';
import { YamlField } from './yaml-field.tsx';

interface SignFieldProps {
  block: YamlBlock;
  step: string | number;
  sign: SignName;
  signs: Signs;
  written: WrittenQuestion;
}

const LETTERS = 'ABCDEFGHIJ';

export function SignField({ block, step, sign, signs: { slips, parts, entries }, written }: SignFieldProps) {
  const t = useTranslations('authoring.misconceptions');
  const path = [step, sign];
  const items = written.items ?? [];
  const held = String(block.at(path) ?? '');
  const letters = items.map(({ text }, index) => ({ value: LETTERS[index] ?? '', label: short(index, text) }));
  const numbers = promptsOf(items).map(({ text }, index) => ({
    value: String(index + 1),
    label: `${index + 1} ${half(text)}`,
  }));
  const wrong = <WrongWords id={`sign-${step}`} problems={block.wrong(path)} />;
  switch (sign) {
    case 'option':
    case 'without':
      return (
        <>
          <SelectField
            label={t('field.option')}
            value={held}
            options={letters}
            onChange={({ target }) => block.set(path, target.value)}
          />
          {wrong}
        </>
      );
    case 'before': {
      const [first = '', second = ''] = held;
      return (
        <>
          <SelectField
            label={t('beforeFirst')}
            value={first}
            options={letters}
            onChange={({ target }) => block.set(path, `${target.value}${second}`)}
          />
          <SelectField
            label={t('beforeSecond')}
            value={second}
            options={letters}
            onChange={({ target }) => block.set(path, `${first}${target.value}`)}
          />
          {wrong}
        </>
      );
    }
    case 'pair': {
      const [prompt = '', other = ''] = held.split('-');
      return (
        <>
          <SelectField
            label={t('pairFrom')}
            value={prompt}
            options={numbers}
            onChange={({ target }) => block.set(path, `${target.value}-${other}`)}
          />
          <SelectField
            label={t('pairTo')}
            value={other}
            options={numbers}
            onChange={({ target }) => block.set(path, `${prompt}-${target.value}`)}
          />
          {wrong}
        </>
      );
    }
    case 'slip':
      return (
        <>
          <SelectField
            label={t('field.slip')}
            value={held}
            options={[
              ...(slips.includes(held) ? [] : [{ value: held, label: held === '' ? t('choose') : held }]),
              ...slips.map((slip) => ({ value: slip, label: t(`slips.${slip}` as 'slips.sign') })),
            ]}
            onChange={({ target }) => block.set(path, target.value)}
          />
          {wrong}
        </>
      );
    case 'answer':
      return (
        <>
          {parts && <YamlField block={block} path={[step, 'part']} as="text" label={t('part')} className="w-28" />}
          {entries && (
            <YamlField
              block={block}
              path={[step, 'entry']}
              as="text"
              label={t('entry')}
              placeholder={t('entryHint')}
              className="w-36"
            />
          )}
          <YamlField block={block} path={path} as="formula" label={t('field.answer')} className="min-w-40 flex-1" />
        </>
      );
    case 'error':
    case 'test':
      return <YamlField block={block} path={path} as="text" label={t(`field.${sign}`)} className="min-w-40 flex-1" />;
  }
}

const short = (index: number, text: string): string => `${LETTERS[index] ?? ''} ${half(text)}`.trim();
/** As much as a list shows of it. */
const half = (text: string): string => {
  const said = withoutMarks(text);
  return said.length > 40 ? `${said.slice(0, 40)}…` : said;
};
