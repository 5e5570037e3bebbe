/** One thing that is new, in a sentence, with the way to it. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { Notice, NoticeKind } from '../../domain/notices/notice.ts';
import { BDI } from '../_i18n/bdi.tsx';
import { Chip } from '../_ui/chip.tsx';
import { DateTime } from '../_ui/date-time.tsx';

const SIGNS: Record<NoticeKind, string> = {
  given: '+',
  due: '◷',
  released: '✓',
  remark: '❝',
  answer: '❝',
  regraded: '↻',
  live: '●',
  asked: '?',
  reply: '❝',
  undecided: '…',
  shared: '⇄',
  handedOver: '⇄',
  hosting: '●',
  invited: '→',
};

export function NoticeLine({ notice }: { notice: Notice }) {
  const t = useTranslations('notices.page');
  const { kind, at, fresh, title, question, className, who, when, count, href } = notice;
  const sentence = t.rich(`told.${kind}`, {
    title: title ?? '',
    question: question ?? title ?? '',
    who: who ?? '',
    known: who === null ? 'no' : 'yes',
    count: count ?? 0,
    ...BDI,
    time: () => (when === null ? null : <DateTime iso={when} />),
  });
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)_auto] items-baseline gap-x-3 gap-y-0.5 px-4 py-3">
      <span aria-hidden className="text-center text-ink-3">
        {SIGNS[kind]}
      </span>
      {href === null ? (
        <span className="min-w-0 [overflow-wrap:anywhere]">{sentence}</span>
      ) : (
        <Link
          href={href}
          prefetch={false}
          className="min-w-0 font-[550] [overflow-wrap:anywhere] hover:text-violet-ink hover:underline"
        >
          {sentence}
        </Link>
      )}
      {fresh ? <Chip tone="violet">{t('new')}</Chip> : <span />}
      <span className="col-start-2 text-[13px] text-ink-2">
        {className !== null && (
          <>
            <bdi>{className}</bdi> ·{' '}
          </>
        )}
        <DateTime iso={at} />
        {kind === 'given' && when !== null && ` · ${t('opens')} `}
        {kind === 'given' && when !== null && <DateTime iso={when} />}
      </span>
    </li>
  );
}
