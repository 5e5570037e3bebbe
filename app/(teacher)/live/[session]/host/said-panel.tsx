'use client';
/** What people say in their own words, before the class sees it: the host lets it be seen, hides some, puts some together. */
import { useTranslations } from 'next-intl';
import { askedKind } from '../../../../../domain/kinds/asked.ts';
import type { HostCommand } from '../../../../../domain/live/advance.ts';
import type { HostView } from '../../../../../domain/live/views.ts';
import { Sayings, TOUCH } from '../../../../_features/live/sayings.tsx';
import { Button } from '../../../../_ui/button.tsx';

interface SaidPanelProps {
  view: HostView;
  onCommand(command: HostCommand): void;
}

export function SaidPanel({ view, onCommand }: SaidPanelProps) {
  const { said, question, round, phase } = view;
  if (question === null || phase === 'read' || askedKind(question).scored) return null;
  // a poll is told at the bell anyway
  if (said === null && phase !== 'question' && phase !== 'closed') return null;
  const shown = said?.shown ?? view.counting;
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <Showing shown={shown} onShow={(show) => onCommand({ type: 'showSaid', round, show })} />
      {said !== null && <Sayings key={round} said={said} round={round} onCommand={onCommand} />}
    </section>
  );
}

function Showing({ shown, onShow }: { shown: boolean; onShow(show: boolean): void }) {
  const t = useTranslations('live.open');
  return (
    <p className="flex flex-wrap items-center gap-3 text-[14px] text-ink-2">
      <Button aria-pressed={shown} className={TOUCH} onClick={() => onShow(!shown)}>
        {t(shown ? 'takeOff' : 'show')}
      </Button>
      <span role="status">{t(shown ? 'isShown' : 'isNotShown')}</span>
    </p>
  );
}
