'use client';
/** Writes a text: what is accepted, how strictly it is read, and what is told to who writes something else. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { KindFormProps } from '../../_features/authoring/form-props.ts';
import { MarkdownField } from '../../_features/authoring/markdown-field.tsx';
import { RawAnswer } from '../../_features/authoring/raw-block.tsx';
import { Rows } from '../../_features/authoring/rows.tsx';
import { TextField } from '../../_features/authoring/text-field.tsx';
import { useYaml, type YamlBlock } from '../../_features/authoring/use-yaml.ts';
import { WrongWords } from '../../_features/authoring/wrong-words.tsx';
import { YamlField, YamlTick } from '../../_features/authoring/yaml-field.tsx';
import { Button } from '../../_ui/button.tsx';
import { SelectField } from '../../_ui/select-field.tsx';

const MOST_ACCEPTED = 20;
const MOST_WRONG = 10;
const ACCEPT = ['accept'] as const;
const WRONG = ['wrong'] as const;
const TYPOS = ['typos'] as const;

/** A text that earns everything; or one with its share, or with words on it. */
type Accepted = string | { text: string; percent?: unknown; words?: unknown };

/** A wrong text, and what to tell then. */
interface Slip {
  text: string;
  words: string;
}

export default function TextForm(props: KindFormProps) {
  const t = useTranslations('authoring.text');
  const block = useYaml(props, 'answer');
  if (block === null) return <RawAnswer {...props} fence="answer" />;
  const accepted = listOf(block.at(ACCEPT)).map(acceptedOf);
  const slips = listOf(block.at(WRONG)).map(slipOf);
  const rows = accepted.length === 0 ? [''] : accepted;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <fieldset className="grid gap-2.5" data-part={`${block.part}:accept`}>
        <legend className="mb-1.5 font-[550] text-[14px]">
          {t('accept')} <span className="font-normal text-[13px] text-ink-3">{t('acceptHow')}</span>
        </legend>
        <Rows<Accepted>
          one={t('one')}
          add={t('add')}
          rows={rows}
          most={MOST_ACCEPTED}
          least={1}
          blank={() => ''}
          onChange={(next) => block.set(ACCEPT, next)}
        >
          {(row, set, index) => <AcceptedRow block={block} row={row} set={set} index={index} />}
        </Rows>
        <WrongWords
          id="text-accept"
          problems={block
            .wrong(ACCEPT)
            .filter((one) => !rows.some((_, at) => block.wrong([...ACCEPT, at]).includes(one)))}
        />
        <div className="flex flex-wrap items-end gap-x-5 gap-y-2">
          <YamlTick block={block} path={['capitals']} label={t('capitals')} />
          <SelectField
            label={t('typos')}
            value={String(block.at(TYPOS) ?? 0)}
            options={[0, 1, 2, 3].map((count) => ({ value: String(count), label: t('typosCount', { count }) }))}
            onChange={({ target }) => block.set(TYPOS, target.value === '0' ? undefined : Number(target.value))}
          />
        </div>
        <WrongWords id="text-typos" problems={block.wrong(TYPOS)} />
      </fieldset>
      <fieldset className="grid gap-2.5" data-part={`${block.part}:wrong`}>
        <legend className="mb-1.5 font-[550] text-[14px]">
          {t('wrong')} <span className="font-normal text-[13px] text-ink-3">{t('wrongHow')}</span>
        </legend>
        <Rows<Slip>
          one={t('slip')}
          add={t('addSlip')}
          rows={slips}
          most={MOST_WRONG}
          blank={() => ({ text: '', words: '' })}
          onChange={(next) => block.set(WRONG, next.length === 0 ? undefined : next)}
        >
          {(slip, set, index) => (
            <div className="grid grid-cols-[minmax(0,1fr)] gap-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
              <TextField
                quiet
                label={t('slipText', { place: index + 1 })}
                placeholder={t('slipTextHint')}
                part={`${block.part}:wrong.${index}.text`}
                value={slip.text}
                onChange={(text) => set({ ...slip, text })}
                wrong={block.wrong([...WRONG, index, 'text'])}
              />
              <MarkdownField
                short
                quiet
                label={t('slipWords', { place: index + 1 })}
                placeholder={t('slipWordsHint')}
                part={`${block.part}:wrong.${index}.words`}
                value={slip.words}
                onChange={(words) => set({ ...slip, words })}
                wrong={block.wrong([...WRONG, index, 'words'])}
              />
            </div>
          )}
        </Rows>
      </fieldset>
      <WrongWords id="text-rest" problems={block.rest([ACCEPT, TYPOS, WRONG])} />
    </div>
  );
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function acceptedOf(value: unknown): Accepted {
  if (typeof value !== 'object' || value === null) return String(value ?? '');
  return { ...value, text: String((value as Partial<Slip>).text ?? '') };
}

interface AcceptedRowProps {
  block: YamlBlock;
  row: Accepted;
  set(row: Accepted): void;
  index: number;
}

/** A text by itself; on demand what it earns and what is told of it. */
function AcceptedRow({ block, row, set, index }: AcceptedRowProps) {
  const t = useTranslations('authoring.text');
  const path = [...ACCEPT, index];
  /** what it had before, should it be asked for again */
  const [before, setBefore] = useState<object>({});
  const place = index + 1;
  const whole = typeof row === 'string';
  const own = ['percent', 'words'].flatMap((name) => block.wrong([...path, name]));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <div className="flex flex-wrap items-start gap-2">
        <div className="min-w-0 flex-1 basis-48">
          <TextField
            quiet
            label={t('accepted', { place })}
            part={`${block.part}:${path.join('.')}`}
            value={whole ? row : row.text}
            onChange={(text) => set(whole ? text : { ...row, text })}
            wrong={block.wrong(path).filter((one) => !own.includes(one))}
          />
        </div>
        <Button
          size="small"
          look="quiet"
          aria-expanded={!whole}
          aria-label={t('shareOf', { place })}
          onClick={() => {
            if (whole) return set({ ...before, text: row });
            setBefore(row);
            set(row.text);
          }}
        >
          {t(whole ? 'share' : 'noShare')}
        </Button>
      </div>
      {!whole && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-2 sm:grid-cols-[9rem_minmax(0,1fr)]">
          <YamlField
            block={block}
            path={[...path, 'percent']}
            as="number"
            label={t('percent')}
            placeholder="100"
            inputMode="decimal"
          />
          <MarkdownField
            short
            label={t('acceptedWords')}
            placeholder={t('slipWordsHint')}
            part={`${block.part}:${[...path, 'words'].join('.')}`}
            value={typeof row.words === 'string' ? row.words : ''}
            onChange={(words) => block.set([...path, 'words'], words === '' ? undefined : words)}
            wrong={block.wrong([...path, 'words'])}
          />
        </div>
      )}
    </div>
  );
}

function slipOf(value: unknown): Slip {
  const { text = '', words = '' } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Slip>;
  return { text: String(text), words: String(words) };
}
