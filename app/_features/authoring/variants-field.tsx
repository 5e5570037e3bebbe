'use client';
/** Numbers that are drawn anew for each student: a name and what it may be, and conditions between them. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SelectField } from '../../_ui/select-field.tsx';
import type { KindFormProps, PartProblem } from './form-props.ts';
import { RawBlock } from './raw-block.tsx';
import { Rows } from './rows.tsx';
import { TextField } from './text-field.tsx';
import { useYaml, type YamlBlock, type YamlPath } from './use-yaml.ts';
import {
  beginOf,
  DRAWN_AS,
  type DrawnAs,
  drawnAs,
  type Entries,
  entriesOf,
  freeName,
  keepsAway,
  renamed,
} from './variant-rows.ts';
import { WrongWords } from './wrong-words.tsx';
import { YamlField } from './yaml-field.tsx';

const MOST = 20;
const WHOLE: YamlPath = [];
const FIELDS = ['from', 'to', 'step', 'not', 'apart', 'of', 'shuffle'];

/** What the whole question draws, for each student once; folded away where nothing is drawn. */
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
          <>
            <DrawnRows block={block} at={WHOLE} take={() => takeAway(props)} />
            <WrongWords
              id="variants-rest"
              problems={block.rest([...entriesOf(block.at(WHOLE)).map(([name]) => [name]), ['where']])}
            />
          </>
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

interface DrawnRowsProps {
  block: YamlBlock;
  /** where it is said what is drawn */
  at: YamlPath;
  /** nothing is drawn any more */
  take(): void;
}

/** What is drawn, a row for each name. */
export function DrawnRows({ block, at, take }: DrawnRowsProps) {
  const t = useTranslations('authoring.variants');
  const entries = entriesOf(block.at(at));
  const conditions = [...at, 'where'];
  const part = [block.part, at.join('.')].join(':');
  const write = (rows: Entries): void => {
    const where = block.at(conditions);
    const isEmpty = rows.length === 0 && where === undefined;
    if (isEmpty) take();
    else block.set(at, { ...Object.fromEntries(rows), ...(where === undefined ? {} : { where }) });
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
                part={`${part}${at.length > 0 ? '.' : ''}${name}`}
                onChange={(next) => write(renamed(entries, index, next))}
              />
              <SelectField
                label={t('as.label')}
                value={drawnAs(spec)}
                options={DRAWN_AS.map((value) => ({ value, label: t(`as.${value}`) }))}
                onChange={({ target }) => set([name, beginOf(target.value as DrawnAs)])}
              />
              <Fields block={block} at={[...at, name]} as={drawnAs(spec)} />
            </div>
            <WrongWords id={`${part}-${name}`} problems={ofRow(block, [...at, name], spec)} />
          </div>
        )}
      </Rows>
      {entries.length > 0 && <Conditions block={block} at={conditions} />}
    </>
  );
}

/** What is wrong with a row and stands at none of its fields. */
function ofRow(block: YamlBlock, path: YamlPath, spec: unknown): readonly PartProblem[] {
  if (drawnAs(spec) === 'formula') return [];
  const atFields = FIELDS.flatMap((field) => block.wrong([...path, field]));
  return block.wrong(path).filter((one) => !atFields.includes(one));
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

function Fields({ block, at, as }: { block: YamlBlock; at: YamlPath; as: DrawnAs }) {
  const t = useTranslations('authoring.variants');
  if (as === 'formula')
    return (
      <YamlField
        block={block}
        path={at}
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
        path={[...at, as]}
        as="values"
        label={t(as)}
        placeholder="2, 3, 5"
        className="min-w-40 flex-1"
      />
    );
  return (
    <>
      <YamlField block={block} path={[...at, 'from']} as="formula" label={t('from')} className="w-20" />
      <YamlField block={block} path={[...at, 'to']} as="formula" label={t('to')} className="w-20" />
      <YamlField block={block} path={[...at, 'step']} as="number" label={t('step')} placeholder="1" className="w-20" />
      <YamlField block={block} path={[...at, 'not']} as="value" label={t('not')} placeholder="0" className="w-24" />
      {/* what it keeps away from is said first */}
      {keepsAway(block.at(at)) && (
        <YamlField
          block={block}
          path={[...at, 'apart']}
          as="number"
          label={t('apart')}
          placeholder="0.5"
          className="w-28"
        />
      )}
    </>
  );
}

function Conditions({ block, at }: { block: YamlBlock; at: YamlPath }) {
  const t = useTranslations('authoring.variants');
  const [typing, setTyping] = useState<string | null>(null);
  const where = block.at(at);
  const told = Array.isArray(where) ? where.join('; ') : '';
  return (
    <TextField
      label={t('where')}
      hint={t('whereHint')}
      part={`${block.part}:${at.join('.')}`}
      value={typing ?? told}
      onChange={(text) => {
        setTyping(text);
        const conditions = text.split(';').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
        block.set(at, conditions.length === 0 ? undefined : conditions);
      }}
      onBlur={() => setTyping(null)}
      wrong={block.wrong(at)}
      placeholder="a ≠ b; a·b < 20"
      code
    />
  );
}
