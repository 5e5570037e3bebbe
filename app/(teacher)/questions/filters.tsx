/** By what the bank is narrowed: plain links, so that each choice has an address and needs no script. */
import clsx from 'clsx';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ANSWERED, BANK_ORDERS, BANK_SHELVES, type BankAsked, type BankFacets } from '../../../domain/bank-list.ts';
import { listAddress } from '../../../domain/list-page.ts';
import { addressOf, toggled } from './list-address.ts';

interface FiltersProps {
  path: string;
  asked: BankAsked;
  facets: BankFacets;
  /** whoever looks has a bank of their own */
  own: boolean;
}

const OF_NOBODY = new Set<string>(['all', 'courses', 'lessons']);
/** More than these stand behind a fold. */
const IN_SIGHT = 6;

/** Shares of right first answers, from hard to easy. */
const RIGHT = [
  { from: 0, to: 40 },
  { from: 40, to: 70 },
  { from: 70, to: 100 },
] as const;

/** Whose, of which kind, how hard, in which order, put aside or not. */
export function Filters({ path, asked, facets, own }: FiltersProps) {
  const t = useTranslations('desk.questions');
  const kinds = useTranslations('desk.board.kinds');
  const to = (parts: Partial<BankAsked>): string =>
    listAddress(path, { q: asked.search, ...addressOf({ ...asked, ...parts }) });
  const known = new Map(facets.kinds.map(({ kind, count }) => [kind, count]));
  // a kind that is chosen stays in sight though nothing is left of it
  const shown = [...facets.kinds.map(({ kind }) => kind), ...asked.kinds.filter((kind) => !known.has(kind))];
  return (
    <nav
      aria-label={t('narrow')}
      className="flex flex-wrap gap-x-6 gap-y-4 text-[14px] lg:order-first lg:grid lg:grid-cols-[minmax(0,1fr)]"
    >
      <Group title={t('shelves')}>
        {BANK_SHELVES.filter((shelf) => own || OF_NOBODY.has(shelf)).map((shelf) => (
          <Choice key={shelf} href={to({ shelf })} on={shelf === asked.shelf}>
            {t(`shelf.${shelf}`)}
          </Choice>
        ))}
      </Group>
      {shown.length > 0 && (
        <Group title={t('column.kind')}>
          {shown.map((kind) => (
            <Choice
              key={kind}
              href={to({ kinds: toggled(asked.kinds, kind) })}
              on={asked.kinds.includes(kind)}
              count={known.get(kind) ?? 0}
            >
              {kinds(kind)}
            </Choice>
          ))}
        </Group>
      )}
      <Facets
        title={t('course')}
        chosen={asked.course}
        all={facets.courses.map(({ id, ...one }) => ({ ...one, value: id, label: one.title }))}
        to={(course) => to({ course })}
      />
      <Facets
        title={t('misconceptions')}
        chosen={asked.misread}
        all={facets.misconceptions.map(({ code, name, count }) => ({ value: code, label: name, count }))}
        to={(misread) => to({ misread })}
      />
      <Group title={t('answered.label')}>
        {ANSWERED.map((answered) => (
          <Choice
            key={answered}
            href={to({ answered: asked.answered === answered ? null : answered })}
            on={asked.answered === answered}
          >
            {t(`answered.${answered}`)}
          </Choice>
        ))}
      </Group>
      <Group title={t('right')}>
        {RIGHT.map((right) => {
          const on = asked.right?.from === right.from && asked.right.to === right.to;
          return (
            <Choice key={right.from} href={to({ right: on ? null : right })} on={on}>
              {t('rightRange', right)}
            </Choice>
          );
        })}
      </Group>
      <Group title={t('order.label')}>
        {BANK_ORDERS.map((order) => (
          <Choice key={order} href={to({ order })} on={order === asked.order}>
            {t(`order.${order}`)}
          </Choice>
        ))}
      </Group>
      <Group title={t('state')}>
        <Choice href={to({ archived: !asked.archived })} on={asked.archived}>
          {t('archivedOnes')}
        </Choice>
      </Group>
    </nav>
  );
}

/** The tags that what is listed has: one more narrows it. */
export function TagChips({ path, asked, tags }: { path: string; asked: BankAsked; tags: BankFacets['tags'] }) {
  const t = useTranslations('desk.questions');
  const to = (tag: string): string =>
    listAddress(path, { q: asked.search, ...addressOf({ ...asked, tags: toggled(asked.tags, tag) }) });
  const all = [
    ...asked.tags.map((tag) => ({ tag, count: undefined })),
    ...tags.filter(({ tag }) => !asked.tags.includes(tag)),
  ];
  const { misread } = asked;
  if (all.length === 0 && misread === null) return null;
  return (
    <ul aria-label={t('tags')} className="flex flex-wrap gap-2 text-[13px]">
      {misread !== null && (
        <li>
          <Link
            href={listAddress(path, { q: asked.search, ...addressOf({ ...asked, misread: null }) })}
            prefetch={false}
            aria-current="true"
            className="inline-flex min-h-8 items-center gap-1.5 rounded-full border border-violet bg-violet-soft px-3 text-violet-ink"
          >
            {t('misread', { code: misread })} <span aria-hidden>✕</span>
          </Link>
        </li>
      )}
      {all.map(({ tag, count }) => (
        <li key={tag}>
          <Link
            href={to(tag)}
            prefetch={false}
            aria-current={count === undefined ? 'true' : undefined}
            className={clsx(
              'inline-flex min-h-8 items-center gap-1.5 rounded-full border px-3',
              count === undefined
                ? 'border-violet bg-violet-soft text-violet-ink'
                : 'border-line bg-sheet hover:bg-fill',
            )}
          >
            <bdi>{tag}</bdi>
            {count === undefined ? <span aria-hidden>✕</span> : <span className="text-ink-3">{count}</span>}
          </Link>
        </li>
      ))}
    </ul>
  );
}

interface FacetsProps {
  title: string;
  chosen: string | null;
  all: readonly { value: string; label: string; count: number }[];
  to(value: string | null): string;
}

/** One of several that there are: the chosen one again is none. Many stand behind a fold. */
function Facets({ title, chosen, all, to }: FacetsProps) {
  const t = useTranslations('desk.questions');
  if (all.length === 0) return null;
  const shown = all.toSorted((one, other) => Number(other.value === chosen) - Number(one.value === chosen));
  const choices = shown.map(({ value, label, count }) => (
    <Choice key={value} href={to(value === chosen ? null : value)} on={value === chosen} count={count}>
      <bdi>{label}</bdi>
    </Choice>
  ));
  const folded = choices.slice(IN_SIGHT);
  return (
    <Group title={title}>
      {choices.slice(0, IN_SIGHT)}
      {folded.length > 0 && (
        <li>
          <details>
            <summary className="min-h-8 cursor-pointer px-2 py-1.5 text-ink-2">
              {t('more', { count: folded.length })}
            </summary>
            <ul className="grid">{folded}</ul>
          </details>
        </li>
      )}
    </Group>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid content-start gap-1">
      <h2 className="font-[550] text-[13px] text-ink-3">{title}</h2>
      <ul className="grid">{children}</ul>
    </section>
  );
}

function Choice({ href, on, count, children }: { href: string; on: boolean; count?: number; children: ReactNode }) {
  return (
    <li>
      <Link
        href={href}
        prefetch={false}
        aria-current={on ? 'true' : undefined}
        className={clsx(
          'flex min-h-8 items-center gap-2 rounded-1 px-2 hover:bg-fill',
          on ? 'font-[550] text-violet-ink' : 'text-ink-2',
        )}
      >
        <span aria-hidden className="w-3.5">
          {on ? '✓' : ''}
        </span>
        <span className="min-w-0 flex-1">{children}</span>
        {count !== undefined && <span className="text-[13px] text-ink-3 tabular-nums">{count}</span>}
      </Link>
    </li>
  );
}
