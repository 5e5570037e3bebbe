'use client';
/** One misconception of a question: which it is, by what it shows here, and words of this question's own. */
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { Homes } from '../../../domain/homes.ts';
import type { WrittenQuestion } from '../../../domain/lesson/written/written.ts';
import type { CatalogueEntry } from '../../../domain/misconceptions/catalogue.ts';
import type { SignName, Signs } from '../../../domain/misconceptions/sign.ts';
import { SelectField } from '../../_ui/select-field.tsx';
import { entryOf, signed, signOf } from './misread-rows.ts';
import { NewMisconception } from './new-misconception.tsx';
import { SignField } from './sign-field.tsx';
import type { YamlBlock } from './use-yaml.ts';
import { WrongWords } from './wrong-words.tsx';
import { YamlField } from './yaml-field.tsx';

interface MisreadRowProps {
  block: YamlBlock;
  step: string | number;
  value: unknown;
  signs: Signs;
  written: WrittenQuestion;
  catalogue: readonly CatalogueEntry[];
  /** where a new one may go */
  homes: Homes;
  /** the catalogue has one more */
  onMade(): Promise<void>;
}

const OTHER = ' ';

export function MisreadRow({ block, step, value, signs, written, catalogue, homes, onMade }: MisreadRowProps) {
  const t = useTranslations('authoring.misconceptions');
  const place = useId();
  const [making, setMaking] = useState(false);
  const entry = entryOf(value);
  const id = typeof entry.id === 'string' ? entry.id : '';
  const sign = signOf(entry, signs.by);
  const offered = catalogue.filter(({ archived, code }) => !archived || code === id);
  const options = [
    { value: '', label: t('wordsAlone') },
    ...(id === '' || offered.some(({ code }) => code === id) ? [] : [{ value: id, label: t('unknownId', { id }) }]),
    ...[...new Map(offered.map(({ code, name }) => [code, name]))].map(([code, name]) => ({
      value: code,
      label: name,
    })),
    { value: OTHER, label: t('other') },
  ];
  const paths = [
    [step, 'id'],
    [step, sign],
    [step, 'part'],
    [step, 'entry'],
    [step, 'words'],
  ] as const;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2.5 rounded-[10px] border border-line p-2.5">
      <div className="flex flex-wrap items-end gap-2.5">
        <SelectField
          label={t('by')}
          value={sign}
          options={signs.by.map((name) => ({ value: name, label: t(`sign.${name}`) }))}
          onChange={({ target }) => block.set([step], signed(entry, target.value as SignName))}
        />
        <SignField block={block} step={step} sign={sign} signs={signs} written={written} />
      </div>
      <SelectField
        wide
        label={t('which')}
        value={making ? OTHER : id}
        options={options}
        onChange={({ target }) => {
          setMaking(target.value === OTHER);
          if (target.value !== OTHER) block.set([step, 'id'], target.value);
        }}
      />
      {making && (
        <NewMisconception
          homes={homes}
          onMade={async (code) => {
            await onMade();
            block.set([step, 'id'], code);
            setMaking(false);
          }}
          onCancel={() => setMaking(false)}
        />
      )}
      <WrongWords id={`${place}-id`} problems={block.wrong([step, 'id'])} />
      <YamlField
        block={block}
        path={[step, 'words']}
        as="text"
        label={t('words')}
        placeholder={id === '' ? t('wordsAloneHint') : t('wordsHint')}
      />
      <WrongWords
        id={`${place}-rest`}
        problems={block.wrong([step]).filter((one) => !paths.some((path) => block.wrong(path).includes(one)))}
      />
    </div>
  );
}
