'use client';
/** Line by line what would be taken, how it was changed, and what cannot be taken and why; each can be ticked and looked at. */
import { useTranslations } from 'next-intl';
import { createContext, use, useMemo } from 'react';
import type { LookedAt } from '../../../../server/features/importing/commands.ts';
import type { ImportWords } from '../../../_i18n/import-words.ts';
import { Chip } from '../../../_ui/chip.tsx';
import { type DataColumn, DataTable } from '../../../_ui/table/data-table.tsx';

type Ticks = ReadonlySet<number>;
interface Ticking {
  ticked: Ticks;
  onTick(ticked: Ticks): void;
  /** those that become the next version of what one has */
  replaced: Ticks;
  onReplace(replaced: Ticks): void;
}
interface Line extends LookedAt {
  /** in the file, from 0 */
  place: number;
}

const TickingContext = createContext<Ticking>({
  ticked: new Set(),
  onTick: () => undefined,
  replaced: new Set(),
  onReplace: () => undefined,
});

const COLUMNS: readonly DataColumn<Line>[] = [
  { id: 'tick', cell: ({ row }) => <TickCell line={row.original} />, meta: { cell: 'w-10 align-top' } },
  {
    id: 'question',
    cell: ({ row }) => <QuestionCell line={row.original} />,
    meta: { cell: 'sm:min-w-56 align-top [overflow-wrap:anywhere]' },
  },
  {
    id: 'becomes',
    cell: ({ row }) => <BecomesCell line={row.original} />,
    meta: { head: 'max-sm:hidden', cell: 'min-w-64 align-top max-sm:hidden' },
  },
];
const TITLES = ['question', 'becomes'] as const;

const WordsContext = createContext<ImportWords | undefined>(undefined);

interface ImportTableProps extends Ticking {
  words: ImportWords;
  lines: readonly LookedAt[];
}

export function ImportTable({ words, lines: looked, ticked, onTick, replaced, onReplace }: ImportTableProps) {
  const t = useTranslations('desk.importing');
  const lines = useMemo(() => looked.map((line, place): Line => ({ ...line, place })), [looked]);
  const possible = lines.filter(({ taken }) => taken);
  const head = (id: string) => {
    const column = TITLES.find((one) => one === id);
    if (column !== undefined) return t(`column.${column}`);
    return (
      <input
        type="checkbox"
        aria-label={t('all')}
        checked={possible.length > 0 && ticked.size === possible.length}
        disabled={possible.length === 0}
        onChange={(event) => onTick(new Set(event.target.checked ? possible.map(({ place }) => place) : []))}
        className="size-5 accent-violet"
      />
    );
  };
  const ticking = useMemo(() => ({ ticked, onTick, replaced, onReplace }), [ticked, onTick, replaced, onReplace]);
  return (
    <WordsContext value={words}>
      <TickingContext value={ticking}>
        <DataTable label={t('lines')} columns={COLUMNS} rows={lines} idOf={({ place }) => String(place)} head={head} />
      </TickingContext>
    </WordsContext>
  );
}

function TickCell({ line: { place, taken, title } }: { line: Line }) {
  const t = useTranslations('desk.importing');
  const { ticked, onTick } = use(TickingContext);
  if (!taken) return null;
  const toggle = (on: boolean): void => {
    const next = new Set(ticked);
    if (on) next.add(place);
    else next.delete(place);
    onTick(next);
  };
  return (
    <input
      type="checkbox"
      aria-label={t('tick', { title })}
      checked={ticked.has(place)}
      onChange={(event) => toggle(event.target.checked)}
      className="size-5 scroll-mb-24 accent-violet"
    />
  );
}

function QuestionCell({ line }: { line: Line }) {
  const { at, title, document } = line;
  const t = useTranslations('desk.importing');
  const words = use(WordsContext);
  return (
    <>
      <span className="block text-[12.5px] text-ink-3 tabular-nums">{words?.place(at)}</span>
      <bdi className="font-[550]">{title === '' ? t('untitled') : title}</bdi>
      {/* on a phone there is no room for a column of its own */}
      <div className="mt-1 sm:hidden">
        <BecomesCell line={line} />
      </div>
      {document !== null && (
        <details className="mt-1 text-[13px]">
          <summary className="cursor-pointer text-ink-2">{t('look')}</summary>
          <pre
            dir="auto"
            className="mt-1 max-h-80 overflow-auto whitespace-pre-wrap rounded-[10px] bg-fill p-3 text-[12.5px]"
          >
            {document}
          </pre>
        </details>
      )}
    </>
  );
}

function BecomesCell({ line }: { line: Line }) {
  const { kind, taken, remarks, known, tags } = line;
  const t = useTranslations('desk.importing');
  const kinds = useTranslations('desk.board.kinds');
  const words = use(WordsContext);
  const changed = remarks.length > 0;
  return (
    <div className="grid justify-items-start gap-1">
      <span className="flex flex-wrap gap-1.5">
        {kind !== null && <Chip>{kinds(kind)}</Chip>}
        {taken && !changed && <Chip tone="right">✓ {t('state.plain')}</Chip>}
        {taken && changed && <Chip tone="wait">✎ {t('state.changed')}</Chip>}
        {!taken && <Chip tone="wrong">✗ {t('state.refused')}</Chip>}
        {known && <Chip tone="violet">{t('state.known')}</Chip>}
        {tags.map((tag) => (
          <Chip key={tag}>
            # <bdi>{tag}</bdi>
          </Chip>
        ))}
      </span>
      <ReplaceField line={line} />
      <ul className="grid gap-0.5 text-[13.5px] text-ink-2 empty:hidden">
        {remarks.map((remark) => (
          <li key={JSON.stringify(remark)} dir="auto">
            {words?.sentence(remark)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A question that one has already can become its next version; or a question beside it. */
function ReplaceField({ line: { place, replaces, title } }: { line: Line }) {
  const t = useTranslations('desk.importing');
  const { replaced, onReplace } = use(TickingContext);
  if (replaces === null) return null;
  const choose = (asVersion: boolean): void => {
    const next = new Set(replaced);
    if (asVersion) next.add(place);
    else next.delete(place);
    onReplace(next);
  };
  return (
    <select
      aria-label={t('as', { title })}
      value={replaced.has(place) ? 'version' : 'new'}
      onChange={(event) => choose(event.target.value === 'version')}
      className="min-h-10 max-w-full rounded-[10px] border border-line bg-sheet px-2 text-[14px]"
    >
      <option value="new">{t('asNew')}</option>
      <option value="version">{t('asVersion', { version: replaces + 1 })}</option>
    </select>
  );
}
