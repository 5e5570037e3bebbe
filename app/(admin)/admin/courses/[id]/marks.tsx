'use client';
/** What is known of something in a course at a glance: where it comes from, whether it is written. */
import { useTranslations } from 'next-intl';

/** @param version of a lesson: null: it is not written yet; left out: it is none */
export function Marks({ fromFile, version }: { fromFile: boolean; version?: number | null }) {
  const t = useTranslations('desk.tree');
  const words = [
    ...(version === undefined ? [] : [version === null ? t('unwritten') : t('version', { number: version })]),
    ...(fromFile ? [t('fromFile')] : []),
  ];
  return words.length === 0 ? null : <span className="text-[13px] text-ink-3">{words.join(' · ')}</span>;
}
