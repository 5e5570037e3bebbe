'use client';
/** Numbers that are drawn anew for each student: a name and what it may be, and conditions between them. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SelectField } from '../../_ui/select-field.tsx';
import type { KindFormProps } from './form-props.ts';
import { RawBlock } from './raw-block.tsx';
import { Rows } from './rows.tsx';
import { TextField } from './text-field.tsx';
import { useYaml, type YamlBlock } from './use-yaml.ts';
import {
  beginOf,
  DRAWN_AS,
  type DrawnAs,
  drawnAs,
  type Entries,
  entriesOf,
  freeName,
  renamed,
} from './variant-rows.ts';
import { WrongWords } from './wrong-words.tsx';
import { YamlField } from './yaml-field.tsx';

const MOST = 20;
const WHERE = ['where'] as const;

export function VariantsField(props: KindFormProps) {
  const t = useTranslations('authoring.variants');
  const block = useYaml(props, 'variants');
  const isUsed = props.written.fences.variants !== undefined;
  return (
    <details open={isUsed || undefined} className="group">
      <summary className="min-h-10 cursor-pointer py-2 font-[550] text-[14px]">{t('title')}</summary>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 pb-1">
        <p className="text-[14px] text-ink-2">{t('how', { example: '{a}x^2', formula: '{2a + 1}' })}</p>
        {block === null ? (
          <RawBlock {...props} fence="variants" label={t('raw')} />
        ) : (
          <Drawn block={block} take={() => takeAway(props)} />
        )}
      </div>
    </details>
  );
}

/** A question that draws nothing has no block for it. */
function takeAway({ written, change }: KindFormProps): void {
  const { variants: _gone, ...fences } = written.fences;
  change({ fences });
}

function Drawn({ block, take }: { block: YamlBlock; take(): void }) {
  const t = useTranslations('authoring.variants');
  const all = block.at([]);
  const entries = entriesOf(all);
  const write = (rows: Entries): void => {
    const where = block.at(WHERE);
    const isEmpty = rows.length === 0 && where === undefined;
    if (isEmpty) take();
    else block.set([], { ...Object.fromEntries(rows), ...(where === undefined ? {} : { where }) });
  };
  return (
    <>
      <Rows<Entries[number]>
        one={t('one')}
        add={t('add')}
        rows={entries}
        most={MOST}
        blank={() => [freeName(entries), beginOf('range')]}
        onChange={write}
      >
        {([name, spec], set, index) => (
          <div className="grid gap-2 rounded-[10px] border border-line p-2.5">
            <div className="flex flex-wrap items-end gap-2">
              <NameField
                name={name}
                place={index + 1}
                part={`${block.part}:${name}`}
                onChange={(next) => write(renamed(entries, index, next))}
              />
              <SelectField
                label={t('as.label')}
                value={drawnAs(spec)}
                options={DRAWN_AS.map((value) => ({ value, label: t(`as.${value}`) }))}
                onChange={({ target }) => set([name, beginOf(target.value as DrawnAs)])}
              />
              <Fields block={block} name={name} as={drawnAs(spec)} />
            </div>
            <WrongWords id={`variants-${name}`} problems={block.wrong([name])} />
          </div>
        )}
      </Rows>
      {entries.length > 0 && <Conditions block={block} />}
      <WrongWords id="variants-rest" problems={block.rest([...entries.map(([name]) => [name]), WHERE])} />
    </>
  );
}

/** A name is taken once its field is left: half a name could be another row's. */
function NameField({
  name,
  place,
  part,
  onChange,
}: {
  name: string;
  place: number;
  part: string;
  onChange(name: string): void;
}) {
  const t = useTranslations('authoring.variants');
  const [typing, setTyping] = useState<string | null>(null);
  return (
    <TextField
      label={t('name')}
      aria-label={t('nameOf', { place })}
      part={part}
      value={typing ?? name}
      onChange={setTyping}
      onBlur={() => {
        if (typing !== null && typing.trim() !== '') onChange(typing.trim());
        setTyping(null);
      }}
      maxLength={20}
      code
      className="w-20"
    />
  );
}

function Fields({ block, name, as }: { block: YamlBlock; name: string; as: DrawnAs }) {
  const t = useTranslations('authoring.variants');
  if (as === 'formula')
    return (
      <YamlField
        block={block}
        path={[name]}
        as="formula"
        label={t('formula')}
        placeholder="a^2 + b"
        className="min-w-40 flex-1"
      />
    );
  if (as === 'of' || as === 'shuffle')
    return (
      <YamlField
        block={block}
        path={[name, as]}
        as="values"
        label={t(as)}
        placeholder="2, 3, 5"
        className="min-w-40 flex-1"
      />
    );
  return (
    <>
      <YamlField block={block} path={[name, 'from']} as="formula" label={t('from')} className="w-20" />
      <YamlField block={block} path={[name, 'to']} as="formula" label={t('to')} className="w-20" />
      <YamlField block={block} path={[name, 'step']} as="number" label={t('step')} placeholder="1" className="w-20" />
      <YamlField block={block} path={[name, 'not']} as="value" label={t('not')} placeholder="0" className="w-24" />
    </>
  );
}

function Conditions({ block }: { block: YamlBlock }) {
  const t = useTranslations('authoring.variants');
  const [typing, setTyping] = useState<string | null>(null);
  const where = block.at(WHERE);
  const told = Array.isArray(where) ? where.join('; ') : '';
  return (
    <TextField
      label={t('where')}
      hint={t('whereHint')}
      part={`${block.part}:where`}
      value={typing ?? told}
      onChange={(text) => {
        setTyping(text);
        const conditions = text.split(';').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
        block.set(WHERE, conditions.length === 0 ? undefined : conditions);
      }}
      onBlur={() => setTyping(null)}
      wrong={block.wrong(WHERE)}
      placeholder="a ≠ b; a·b < 20"
      code
    />
  );
}
