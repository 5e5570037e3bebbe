/** The host's buttons: what comes next, and what can be done beside it. */
import { useTranslations } from 'next-intl';
import type { HostCommand } from '../../../../../domain/live/advance.ts';
import type { HostView } from '../../../../../domain/live/views.ts';
import { Button, ButtonLink } from '../../../../_components/button.tsx';

interface ControlsProps {
  view: HostView;
  label: string | undefined;
  busy: boolean;
  complaint: string | undefined;
  onCommand(command: HostCommand): void;
  /** opens a new room with the same questions */
  onAgain(): void;
}

/** On a phone these three share one line. */
const BESIDE = 'whitespace-nowrap max-sm:px-0! max-sm:text-[12.5px]!';

export function Controls({ view, label, busy, complaint, onCommand, onAgain }: ControlsProps) {
  const t = useTranslations('live.host');
  const playing = view.phase === 'read' || view.phase === 'question';
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
      <div className="flex flex-wrap items-center gap-2">
        {view.phase === 'question' && (
          <Button onClick={() => onCommand({ type: 'moreTime', seconds: 15 })}>{t('more')}</Button>
        )}
        {view.phase === 'question' && !view.revote && (
          <Button onClick={() => onCommand({ type: 'discuss' })}>{t('discuss')}</Button>
        )}
        {view.phase === 'discuss' && <Button onClick={() => onCommand({ type: 'reveal' })}>{t('revealNow')}</Button>}
        {playing && <Button onClick={() => onCommand({ type: 'skip' })}>{t('skip')}</Button>}
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
          <Button look="quiet" className={BESIDE} onClick={() => confirm(t('endSure')) && onCommand({ type: 'end' })}>
            {t('end')}
          </Button>
        </span>
        {view.page.of === 1 && <span className="ml-auto text-[13px] text-ink-3 max-md:hidden">{t('keys')}</span>}
        {label !== undefined && (
          <Button
            look="first"
            size="large"
            disabled={busy}
            onClick={() => onCommand({ type: 'next', phase: view.phase, round: view.round })}
            className={view.page.of > 1 ? 'ml-auto max-sm:w-full' : 'max-sm:w-full'}
          >
            {t(label)}
          </Button>
        )}
      </div>
    </div>
  );
}
