'use client';
/** A question as a form: what is asked, the answer by its kind, hints and reasons, points and times. It writes what Markdown says. */
import { useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useMemo, useRef } from 'react';
import { askedKinds } from '../../../domain/kinds/asked.ts';
import { beginnings } from '../../../domain/kinds/beginnings.ts';
import { misreadBy } from '../../../domain/kinds/misread-by.ts';
import type { WrittenBeginning, WrittenQuestion } from '../../../domain/lesson/written/written.ts';
import { yamlValue } from '../../../domain/lesson/written/yaml-edit.ts';
import type { QuestionKind } from '../../../domain/question.ts';
import { forms } from '../../_kinds/forms.ts';
import { LateField } from '../../_kinds/late-field.tsx';
import { DrawnNames } from './drawn-names.ts';
import { FORM_KINDS, KindPicker } from './kind-picker.tsx';
import { MarkdownField } from './markdown-field.tsx';
import { MisconceptionsField } from './misconceptions-field.tsx';
import { followItems } from './misread-rows.ts';
import { Rows } from './rows.tsx';
import { TextField } from './text-field.tsx';
import { usePressed } from './use-pressed.ts';
import type { Wrong } from './use-wrong.ts';
import { entriesOf } from './variant-rows.ts';
import { VariantsField } from './variants-field.tsx';
import { WrongWords } from './wrong-words.tsx';

interface QuestionFormProps {
  written: WrittenQuestion;
  onChange(written: WrittenQuestion): void;
  wrong: Wrong;
  /** nobody has saved it yet */
  fresh: boolean;
}

/** What every kind may have; the others belong to the kind. */
const COMMON = ['id', 'live', 'seconds', 'attempts', 'attempt-cost', 'hint-cost', 'solution-after', 'points'];
const MOST_HINTS = 10;

export function QuestionForm({ written, onChange, wrong, fresh }: QuestionFormProps) {
  const t = useTranslations('authoring');
  const pressed = usePressed();
  const latest = useRef(written);
  latest.current = written;
  const change = useCallback(
    (parts: Partial<WrittenQuestion>): void => onChange(withSigns(latest.current, { ...latest.current, ...parts })),
    [onChange],
  );
  /** what was written for another kind, for who comes back to it */
  const others = useRef<Partial<Record<QuestionKind, Omit<WrittenBeginning, 'points'>>>>({});
  const drawing = written.fences.variants?.text;
  const drawn = useMemo(() => drawnNames(drawing), [drawing]);
  const kind = FORM_KINDS.find((one) => one === written.kind);
  if (kind === undefined) return null;
  const { scored, promptInField } = askedKinds[kind];
  const become = (next: QuestionKind): void => {
    const [common, own] = parted(written.attributes);
    others.current[kind] = { items: written.items, fences: written.fences, attributes: own };
    const { items, fences, attributes } = others.current[next] ?? beginnings[next];
    const kept = Object.fromEntries(Object.entries(common).filter(([name]) => isOf(next, name)));
    // what is drawn belongs to no kind
    const { variants } = written.fences;
    const drawn = variants === undefined ? {} : { variants };
    change({ kind: next, items, fences: { ...fences, ...drawn }, attributes: { ...kept, ...attributes } });
  };
  const attribute = (name: string, label: string, usual: string): ReactNode => (
    <TextField
      label={label}
      part={`attributes.${name}`}
      value={written.attributes[name] ?? ''}
      placeholder={usual}
      onChange={(text) => {
        const { [name]: _before, ...rest } = written.attributes;
        change({ attributes: text.trim() === '' ? rest : { ...rest, [name]: text.trim() } });
      }}
      wrong={wrong.of(`attributes.${name}`)}
      inputMode="decimal"
      code
      className="w-36"
    />
  );
  return (
    <DrawnNames value={drawn}>
      <form
        aria-label={t('form')}
        onSubmit={(event) => event.preventDefault()}
        onPointerDownCapture={pressed.begin}
        onBlur={({ target }) => {
          const part = target.closest<HTMLElement>('[data-part]')?.dataset.part;
          if (part !== undefined) pressed.afterwards(() => wrong.left(part));
        }}
        className="grid grid-cols-[minmax(0,1fr)] divide-y divide-line rounded-2 border border-line bg-sheet [&>*]:px-4 [&>*]:py-4 sm:[&>*]:px-5"
      >
        <WrongPlace problems={<WrongWords id="form-wrong" problems={wrong.of('', 'own')} />} />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <KindPicker kind={kind} open={fresh} onPick={become} />
          <TextField
            label={t('title')}
            part="title"
            value={written.title}
            onChange={(title) => change({ title })}
            wrong={wrong.of('title')}
            maxLength={200}
            hint={t('titleHint')}
          />
          <MarkdownField
            label={t('prompt')}
            part="prompt"
            hint={t('promptHint')}
            value={written.prompt}
            onChange={(prompt) => change({ prompt })}
            wrong={wrong.of('prompt')}
            gaps={promptInField}
          />
        </div>
        <VariantsField written={written} change={change} wrong={wrong.of} told={wrong.told} />
        <section aria-label={t('answer')}>
          <LateField load={forms[kind]} height={160} key={kind}>
            {({ default: Form }) => <Form written={written} change={change} wrong={wrong.of} told={wrong.told} />}
          </LateField>
        </section>
        {misreadBy[kind].by.length > 0 && (
          <MisconceptionsField written={written} change={change} wrong={wrong.of} told={wrong.told} kind={kind} />
        )}
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          {scored && (
            <MarkdownField
              label={t('explanation')}
              part="explanation"
              hint={t('explanationHint')}
              value={written.explanation ?? ''}
              onChange={(text) => change({ explanation: text === '' ? null : text })}
              wrong={wrong.of('explanation')}
            />
          )}
          <fieldset className="grid gap-2.5">
            <legend className="mb-1.5 font-[550] text-[14px]">
              {t('hints')} <span className="font-normal text-[13px] text-ink-3">{t('hintsHow')}</span>
            </legend>
            <Rows<string>
              one={t('hint')}
              add={t('addHint')}
              rows={written.hints}
              most={MOST_HINTS}
              blank={() => ''}
              onChange={(hints) => change({ hints })}
            >
              {(hint, set, index) => (
                <MarkdownField
                  short
                  quiet
                  label={t('hintPlace', { place: index + 1 })}
                  part={`hints.${index}`}
                  value={hint}
                  onChange={set}
                  wrong={wrong.of(`hints.${index}`)}
                />
              )}
            </Rows>
          </fieldset>
          <MarkdownField
            label={t('solution')}
            part="solution"
            hint={t('solutionHint')}
            value={written.solution ?? ''}
            onChange={(text) => change({ solution: text === '' ? null : text })}
            wrong={wrong.of('solution')}
          />
        </div>
        <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
          {beginnings[kind].points && attribute('points', t('points'), '1')}
          {attribute('seconds', t('seconds'), t('usual'))}
          {scored && attribute('attempts', t('attempts'), written.role === 'check' ? '2' : t('noLimit'))}
          {scored && attribute('attempt-cost', t('attemptCost'), '0')}
          {scored && attribute('hint-cost', t('hintCost'), '0')}
          {scored && attribute('solution-after', t('solutionAfter'), t('solutionAfterUsual'))}
        </div>
      </form>
    </DrawnNames>
  );
}

/** Those of a permutation have a number each. */
function drawnNames(block: string | undefined): string[] {
  const entries = entriesOf(block === undefined ? undefined : yamlValue(block)?.value);
  return entries.flatMap(([name, spec]) => {
    const { shuffle } = (typeof spec === 'object' && spec !== null ? spec : {}) as { shuffle?: unknown };
    return Array.isArray(shuffle) ? shuffle.map((_one, index) => `${name}${index + 1}`) : [name];
  });
}

/** What wrong answers reveal names options by their letters: it follows them where they are moved. */
function withSigns(before: WrittenQuestion, after: WrittenQuestion): WrittenQuestion {
  const { misconceptions, ...fences } = after.fences;
  const isSame = before.items === after.items || before.kind !== after.kind;
  if (misconceptions === undefined || isSame || before.items === null || after.items === null) return after;
  const text = followItems(misconceptions.text, before.items, after.items);
  if (text === misconceptions.text) return after;
  const followed = text === '' ? fences : { ...fences, misconceptions: { ...misconceptions, text } };
  return { ...after, fences: followed };
}

/** What belongs to no field stands first, where there is any. */
function WrongPlace({ problems }: { problems: ReactNode }) {
  return <div className="empty:hidden">{problems}</div>;
}

function parted(
  attributes: WrittenQuestion['attributes'],
): [common: Record<string, string>, own: Record<string, string>] {
  const entries = Object.entries(attributes);
  return [
    Object.fromEntries(entries.filter(([name]) => COMMON.includes(name))),
    Object.fromEntries(entries.filter(([name]) => !COMMON.includes(name))),
  ];
}

/** Whether a kind has an attribute that others have too. */
function isOf(kind: QuestionKind, name: string): boolean {
  if (name === 'points') return beginnings[kind].points;
  return askedKinds[kind].scored || name === 'id' || name === 'seconds';
}
