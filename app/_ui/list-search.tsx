/**
 * Looking for something in a long list, and turning its pages: a plain form and plain links, which work before the page's
 * scripts do and without them.
 */
import Form from 'next/form';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type ListPlace, listAddress, PAGE_ROWS } from '../../domain/list-page.ts';
import { BDI } from '../_i18n/bdi.tsx';
import { Button, ButtonLink } from './button.tsx';

interface ListSearchProps {
  path: string;
  search: string;
  place: ListPlace;
  /** what else the address says, and goes on saying */
  more?: Readonly<Record<string, string | undefined>>;
  /** what is looked for, where it is no name */
  label?: string;
}

/** The form, and where in the list one is. */
export function ListSearch({ path, search, place, more = {}, label }: ListSearchProps) {
  const t = useTranslations('desk.list');
  const last = Math.min(place.before + PAGE_ROWS, place.of);
  return (
    <search className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Form action={path} className="flex w-full max-w-md items-center gap-2 sm:w-auto">
        <label htmlFor="list-search" className="shrink-0 font-[550] text-[14px]">
          {label ?? t('search')}
        </label>
        <input
          key={search}
          id="list-search"
          name="q"
          type="search"
          defaultValue={search}
          maxLength={100}
          className="min-h-10 w-full min-w-0 rounded-[10px] border border-line bg-sheet px-3"
        />
        {Object.entries(more).map(([name, value]) =>
          value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        <Button type="submit">{t('find')}</Button>
      </Form>
      {search !== '' && (
        <Link href={listAddress(path, more)} className="text-[14px] text-violet-ink underline" prefetch={false}>
          {t('all')}
        </Link>
      )}
      <span role="status" className="text-[14px] text-ink-2 tabular-nums">
        {t('range', { first: place.of === 0 ? 0 : place.before + 1, last, of: place.of })}
      </span>
    </search>
  );
}

/** The pages before and after. */
export function ListPages({ path, search, place, more = {} }: ListSearchProps) {
  const t = useTranslations('desk.list');
  if (place.pages === 1) return null;
  const to = (page: number): string => listAddress(path, { q: search, ...more, page });
  return (
    <nav aria-label={t('pages')} className="flex flex-wrap items-center gap-3 text-[14px]">
      {place.page > 1 && (
        <ButtonLink href={to(place.page - 1)} prefetch={false} rel="prev">
          <span>
            <span className="along">←</span> {t('before')}
          </span>
        </ButtonLink>
      )}
      <span className="text-ink-2 tabular-nums">{t('page', { page: place.page, pages: place.pages })}</span>
      {place.page < place.pages && (
        <ButtonLink href={to(place.page + 1)} prefetch={false} rel="next">
          <span>
            {t('after')} <span className="along">→</span>
          </span>
        </ButtonLink>
      )}
    </nav>
  );
}

/** Nothing was found: what to do now. */
export function NothingFound({ path, search }: { path: string; search: string }) {
  const t = useTranslations('desk.list');
  const all = {
    all: (words: ReactNode) => (
      <Link href={path} className="text-violet-ink underline" prefetch={false}>
        {words}
      </Link>
    ),
  };
  return (
    <p className="rounded-2 border border-line border-dashed p-8 text-center text-ink-2">
      <b className="block text-ink">{search === '' ? t('nothingSo') : t.rich('nothing', { search, ...BDI })}</b>
      {search === '' ? t.rich('nothingSoText', all) : t.rich('nothingText', all)}
    </p>
  );
}
