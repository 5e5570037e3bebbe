'use client';
/** The tests of code: a name, a call and what it must give; shown to students as examples, or hidden with a hint. */
import { useTranslations } from 'next-intl';
import type { KindFormProps } from '../../_features/authoring/form-props.ts';
import { RawAnswer } from '../../_features/authoring/raw-block.tsx';
import { Rows } from '../../_features/authoring/rows.tsx';
import { TextField } from '../../_features/authoring/text-field.tsx';
import { useYaml, type YamlBlock } from '../../_features/authoring/use-yaml.ts';
import { entriesOf } from '../../_features/authoring/variant-rows.ts';
import { DrawnRows } from '../../_features/authoring/variants-field.tsx';
import { WrongWords } from '../../_features/authoring/wrong-words.tsx';
import { YamlField, YamlTick } from '../../_features/authoring/yaml-field.tsx';
import { rowsAt, setRows, type YamlRow } from '../../_features/authoring/yaml-rows.ts';
import { SelectField } from '../../_ui/select-field.tsx';

const MOST_TESTS = 40;

/** The language and the name of the function that is called; every fence with code speaks the same. */
export function CodeHead({ written, change, wrong }: KindFormProps) {
  const t = useTranslations('authoring.code');
  const roles = ['template', 'starter', 'solution'] as const;
  const language = roles.map((role) => written.fences[role]?.language).find((one) => one !== undefined) ?? 'python';
  const speak = (next: string): void =>
    change({
      fences: Object.fromEntries(
        Object.entries(written.fences).map(([role, fence]) => [
          role,
          roles.some((one) => one === role) ? { ...fence, language: next } : fence,
        ]),
      ),
    });
  return (
    <div className="flex flex-wrap gap-3">
      <SelectField
        label={t('language')}
        value={/^j/.test(language) ? 'javascript' : 'python'}
        options={[
          { value: 'python', label: 'Python' },
          { value: 'javascript', label: 'JavaScript' },
        ]}
        onChange={({ target }) => speak(target.value)}
      />
      <TextField
        label={t('entry')}
        part="attributes.entry"
        value={written.attributes.entry ?? ''}
        onChange={(entry) => change({ attributes: { ...written.attributes, entry: entry.trim() } })}
        wrong={[...wrong('attributes.entry'), ...wrong('attributes.noEntry')]}
        code
        className="min-w-0 flex-1 basis-48"
      />
    </div>
  );
}

/** All tests, each as a row of fields; what has no field stays as it is written. */
export function TestsForm(props: KindFormProps) {
  const t = useTranslations('authoring.code');
  const block = useYaml(props, 'tests');
  if (block === null) return <RawAnswer {...props} fence="tests" />;
  const tests = rowsAt(block, []);
  return (
    <fieldset className="grid grid-cols-[minmax(0,1fr)] gap-2.5" data-part={block.part}>
      <legend className="mb-1.5 font-[550] text-[14px]">
        {t('tests')} <span className="font-normal text-[13px] text-ink-3">{t('testsHow')}</span>
      </legend>
      <Rows<YamlRow>
        one={t('one')}
        add={t('add')}
        rows={tests}
        most={MOST_TESTS}
        least={1}
        blank={() => ({ step: tests.length, value: { name: '', call: [], expect: 'solution' } })}
        onChange={(after) => setRows(block, [], tests, after)}
      >
        {({ step }, _set, index) => <Test block={block} at={Number(step)} place={index + 1} />}
      </Rows>
      <WrongWords id="tests-rest" problems={block.rest(tests.map(({ step }) => [step]))} />
    </fieldset>
  );
}

const SHOWN = ['name', 'call', 'expect', 'points', 'hint', 'tolerance', 'draws', 'inputs'];
/** What only a hidden test has. */
const OF_HIDDEN = ['hint', 'inputs'];

function Test({ block, at, place }: { block: YamlBlock; at: number; place: number }) {
  const t = useTranslations('authoring.code');
  const hidden = block.at([at, 'hidden']) === true;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2 rounded-[10px] border border-line p-3">
      <div className="flex flex-wrap gap-2">
        <YamlField
          block={block}
          path={[at, 'name']}
          as="text"
          label={t('name', { place })}
          className="min-w-0 flex-1 basis-48"
        />
        <YamlField
          block={block}
          path={[at, 'points']}
          as="number"
          label={t('points')}
          placeholder="1"
          className="w-20"
        />
      </div>
      <div className="grid gap-2 sm:grid-cols-2">
        <YamlField block={block} path={[at, 'call']} as="values" label={t('call')} placeholder="3, [1, 2]" />
        <YamlField block={block} path={[at, 'expect']} as="value" label={t('expect')} hint={t('expectHint')} />
      </div>
      <div className="flex flex-wrap items-start gap-x-5 gap-y-2">
        <YamlTick block={block} path={[at, 'hidden']} label={t('hidden')} />
        <YamlTick block={block} path={[at, 'unordered']} label={t('unordered')} />
      </div>
      {hidden && <YamlField block={block} path={[at, 'hint']} as="text" label={t('hint')} hint={t('hintHow')} />}
      {hidden && <Inputs block={block} at={at} />}
      <details className="text-[14px]">
        <summary className="cursor-pointer text-ink-2">{t('more')}</summary>
        <div className="mt-2 grid gap-2 sm:grid-cols-2">
          <YamlField block={block} path={[at, 'tolerance']} as="value" label={t('tolerance')} />
          <YamlField block={block} path={[at, 'draws']} as="number" label={t('draws')} hint={t('drawsHint')} />
        </div>
      </details>
      <WrongWords
        id={`test-${at}`}
        problems={block
          .wrong([at])
          .filter(
            (one) => !SHOWN.some((key) => (hidden || !OF_HIDDEN.includes(key)) && block.wrong([at, key]).includes(one)),
          )}
      />
    </div>
  );
}

/** What a hidden test draws anew for each answer. */
function Inputs({ block, at }: { block: YamlBlock; at: number }) {
  const t = useTranslations('authoring.code');
  const path = [at, 'inputs'];
  const names = entriesOf(block.at(path)).map(([name]) => [...path, name]);
  const ofRows = [...names, [...path, 'where']].flatMap((one) => block.wrong(one));
  return (
    <details open={names.length > 0 || undefined} className="text-[14px]">
      <summary className="cursor-pointer text-ink-2">{t('inputs')}</summary>
      <div className="mt-2 grid grid-cols-[minmax(0,1fr)] gap-3">
        <p className="text-ink-2">{t('inputsHow', { call: '{n}, [1, {n + 1}]' })}</p>
        <DrawnRows block={block} at={path} take={() => block.set(path, undefined)} />
        <WrongWords id={`test-${at}-inputs`} problems={block.wrong(path).filter((one) => !ofRows.includes(one))} />
      </div>
    </details>
  );
}
