'use client';
/** What else is known: a value or a condition, accepted for a share of the points, or wrong with words on it. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Form } from '../../../domain/kinds/point/forms.ts';
import { MarkdownField } from '../../_features/authoring/markdown-field.tsx';
import { Rows } from '../../_features/authoring/rows.tsx';
import { TextField } from '../../_features/authoring/text-field.tsx';
import type { YamlBlock } from '../../_features/authoring/use-yaml.ts';
import { YamlField } from '../../_features/authoring/yaml-field.tsx';
import { rowsAt, setRows, type YamlRow } from '../../_features/authoring/yaml-rows.ts';
import { knownFrom, knownText } from './known-text.ts';

const MOST = { also: 20, wrong: 10 };

interface KnownProps {
  block: YamlBlock;
  list: 'also' | 'wrong';
  form: Form;
}

export function KnownRows({ block, list, form }: KnownProps) {
  const t = useTranslations('authoring.point');
  const rows = rowsAt(block, [list]);
  return (
    <fieldset className="grid grid-cols-[minmax(0,1fr)] gap-2.5" data-part={`${block.part}:${list}`}>
      <legend className={rows.length === 0 ? 'sr-only' : 'mb-1.5 font-[550] text-[14px]'}>{t(list)}</legend>
      <Rows<YamlRow>
        one={t(`${list}One`)}
        add={t(`${list}Add`)}
        rows={rows}
        most={MOST[list]}
        fixed
        blank={() => ({ step: rows.length, value: { [form]: null } })}
        onChange={(after) => setRows(block, [list], rows, after)}
      >
        {({ step }, _change, index) => <Known {...{ block, list, form, step }} place={index + 1} />}
      </Rows>
    </fieldset>
  );
}

function Known({ block, list, form, step, place }: KnownProps & { step: string | number; place: number }) {
  const t = useTranslations('authoring.point');
  const path = [list, step];
  const words = block.at([...path, 'words']);
  const [typing, setTyping] = useState<string | null>(null);
  const write = (text: string): void => {
    setTyping(text);
    const held = (block.at(path) ?? {}) as Record<string, unknown>;
    const { point: _point, arrow: _arrow, line: _line, path: _path, where: _where, ...others } = held;
    block.set(path, { ...knownFrom(text, form), ...others });
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2 rounded-[10px] border border-line p-3">
      <div className="grid gap-3 sm:grid-cols-3">
        <TextField
          label={t(`known.${form}`)}
          part={`${block.part}:${path.join('.')}`}
          value={typing ?? knownText(block.at(path))}
          onChange={write}
          onBlur={() => setTyping(null)}
          wrong={block.wrong(path).filter(({ code }) => !code.startsWith('yaml.missing'))}
          code
        />
        {list === 'also' && (
          <YamlField
            block={block}
            path={[...path, 'percent']}
            as="number"
            label={t('percent')}
            placeholder="100"
            inputMode="decimal"
          />
        )}
      </div>
      <MarkdownField
        short
        quiet
        label={t('words', { place })}
        placeholder={t('wordsHint')}
        part={`${block.part}:${[...path, 'words'].join('.')}`}
        value={typeof words === 'string' ? words : ''}
        onChange={(text) => block.set([...path, 'words'], text === '' && list === 'also' ? undefined : text)}
        wrong={block.wrong([...path, 'words'])}
      />
    </div>
  );
}
