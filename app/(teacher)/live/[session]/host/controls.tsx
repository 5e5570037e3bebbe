/** The host's buttons: what comes next, and what can be done beside it. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { HostCommand } from '../../../../../domain/live/advance.ts';
import type { HostView } from '../../../../../domain/live/views.ts';
import { Names } from '../../../../_i18n/bdi.tsx';
import { Button, ButtonLink } from '../../../../_ui/button.tsx';
import { useAsking } from '../../../../_ui/use-asking.tsx';
import { type Next, REOPEN_SECONDS } from './use-next.ts';

interface ControlsProps {
  view: HostView;
  next: Next;
  busy: boolean;
  complaint: string | undefined;
  onCommand(command: HostCommand): void;
  /** opens a new room with the same questions */
  onAgain(): void;
}

/** On a phone what can be done with a question fits into one line. */
const TIGHT = 'max-sm:px-2.5! max-sm:text-[13px]!';
/** On a phone these three share one line. */
const BESIDE = 'whitespace-nowrap max-sm:px-0! max-sm:text-[12.5px]!';

export function Controls({ view, next, busy, complaint, onCommand, onAgain }: ControlsProps) {
  const t = useTranslations('live.host');
  const playing = view.phase === 'read' || view.phase === 'question' || view.phase === 'closed';
  // the key of a skipped question shows only when somebody asks for it
  const showsKey = view.phase === 'discuss' || (view.phase === 'reveal' && view.skipped && view.reveal === null);
  const { ask, dialog } = useAsking();
  /** What takes the pen out of somebody's hand asks once, as the bell does. */
  const interrupt = async (type: 'discuss' | 'skip'): Promise<void> => {
    const title = <StillWriting people={next.writing} />;
    if (next.writing.length === 0 || (await ask({ title, act: t(type) }))) onCommand({ type });
  };
  const end = async (): Promise<void> => {
    if (await ask({ title: t('endSure'), text: t('endMeans'), act: t('end') })) onCommand({ type: 'end' });
  };
  if (view.phase === 'ended')
    return (
      <nav className="fixed inset-x-0 bottom-0 flex flex-wrap items-center gap-3 border-line border-t bg-paper px-4 py-3 sm:px-6">
        {complaint !== undefined && (
          <p role="alert" className="w-full text-[14px] text-wrong">
            {complaint}
          </p>
        )}
        <Button look="first" disabled={busy} onClick={onAgain}>
          {t('again')}
        </Button>
        <ButtonLink href="/home">{t('back')}</ButtonLink>
      </nav>
    );
  return (
    <div className="fixed inset-x-0 bottom-0 z-20 border-line border-t bg-paper px-4 py-3 sm:px-6">
      {complaint !== undefined && (
        <p role="alert" className="mb-2 text-[14px] text-wrong">
          {complaint}
        </p>
      )}
      {dialog}
      <Hint view={view} next={next} />
      <div className="flex flex-wrap items-center gap-2">
        {view.phase === 'question' && (
          <Button className={TIGHT} onClick={() => onCommand({ type: 'moreTime', seconds: 15 })}>
            {t('more')}
          </Button>
        )}
        {view.phase === 'closed' && (
          <Button className={TIGHT} onClick={() => onCommand({ type: 'reopen', seconds: REOPEN_SECONDS })}>
            <span aria-hidden>↩</span> {t('reopen', { seconds: REOPEN_SECONDS })}
          </Button>
        )}
        {(view.phase === 'question' || view.phase === 'closed') && !view.revote && (
          <Button className={TIGHT} disabled={next.guarded} onClick={() => void interrupt('discuss')}>
            {t('discuss')}
          </Button>
        )}
        {showsKey && (
          <Button className={TIGHT} disabled={next.guarded} onClick={() => onCommand({ type: 'reveal' })}>
            {t('revealNow')}
          </Button>
        )}
        {playing && (
          <Button className={TIGHT} disabled={next.guarded} onClick={() => void interrupt('skip')}>
            {t('skip')}
          </Button>
        )}
        {view.page.of > 1 && (
          <span className="flex items-center gap-1">
            <Button
              disabled={view.page.at === 0}
              aria-label={t('pageBack')}
              onClick={() => onCommand({ type: 'turn', to: view.page.at - 1 })}
            >
              ‹
            </Button>
            <span className="px-1 text-[14px] text-ink-2 tabular-nums" role="status">
              {t('page', { page: view.page.at + 1, pages: view.page.of })}
            </span>
            <Button
              disabled={view.page.at + 1 >= view.page.of}
              aria-label={t('pageOn')}
              onClick={() => onCommand({ type: 'turn', to: view.page.at + 1 })}
            >
              ›
            </Button>
          </span>
        )}
        <span className="flex items-center gap-2 max-sm:w-full max-sm:justify-between max-sm:gap-0">
          <Button look="quiet" className={BESIDE} onClick={() => onCommand({ type: 'lock', locked: !view.locked })}>
            {t(view.locked ? 'unlock' : 'lock')}
          </Button>
          <Button
            look="quiet"
            className={BESIDE}
            onClick={() => onCommand({ type: 'showNames', show: !view.showNames })}
          >
            {t(view.showNames ? 'hideNames' : 'showNames')}
          </Button>
          <Button look="quiet" className={BESIDE} onClick={() => void end()}>
            {t('end')}
          </Button>
        </span>
        <span className="ms-auto flex items-center gap-3 max-sm:w-full">
          {view.page.of === 1 && <span className="text-[13px] text-ink-3 max-[1699px]:hidden">{t('keys')}</span>}
          <First next={next} busy={busy} players={view.players} />
        </span>
      </div>
    </div>
  );
}

/** What there is to know before one presses. */
function Hint({ view, next }: { view: HostView; next: Next }) {
  const t = useTranslations('live.host');
  return (
    <p role="status" className="mb-2 text-end text-[14px] empty:hidden max-sm:text-start">
      {next.asking.length > 0 ? (
        <span className="text-wait">
          <span aria-hidden>◐</span> <StillWriting people={next.asking} />
        </span>
      ) : (
        view.phase === 'closed' && <span className="text-ink-2">{t('nothingFinal')}</span>
      )}
    </p>
  );
}

/** So many of those who are still writing are named. */
const NAMED = 3;

function StillWriting({ people }: { people: HostView['people'] }) {
  const t = useTranslations('live.host');
  const names = people.map((one) => one.nickname);
  const more = Math.max(0, names.length - NAMED);
  return t.rich('stillWriting', {
    count: names.length,
    names: () => <Names of={names.slice(0, NAMED)} />,
    more,
  });
}

/** What comes next. Just after a step it fills, and takes no press: that was meant for the one before. */
function First({ next, busy, players }: { next: Next; busy: boolean; players: number }) {
  const t = useTranslations('live.host');
  if (next.label === undefined) return null;
  const asks = next.asking.length > 0;
  return (
    <Button
      look="first"
      size="large"
      disabled={busy}
      aria-disabled={next.guarded}
      title={t('keys')}
      onClick={next.press}
      className={clsx('relative shrink-0 overflow-hidden max-sm:w-full', next.guarded && 'cursor-wait opacity-70')}
    >
      {asks ? t('closeAnyway', { players }) : t(next.label)}
      {next.guarded && <span aria-hidden className="guard-bar absolute inset-x-0 bottom-0 h-1 bg-on-violet" />}
    </Button>
  );
}
