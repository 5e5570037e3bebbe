'use client';
/** Below the field: the buttons, then whether the draft is safe and how many attempts are left. What comes stands below them. */
import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useRef } from 'react';
import type { RefusalCode } from '../../../domain/refusal.ts';
import { afterCosts, type Costs } from '../../../domain/results/score.ts';
import { useRefusals } from '../../_i18n/use-refusals.ts';
import { Button, Turns } from '../../_ui/button.tsx';
import { DateTime } from '../../_ui/date-time.tsx';
import { SignInAgain } from '../outbox/sign-in-again.tsx';
import type { KeptWork } from './card-types.ts';
import type { QuestionModel } from './use-question.ts';
import { useSteady } from './use-steady.ts';

interface CardFootProps {
  /** of the question: where signing in again comes back to */
  id: string;
  model: QuestionModel;
  attempts: number | null;
  /** what is handed in counts nowhere */
  practice: boolean;
  hintCount: number;
  /** other values can be had */
  drawsAnew: boolean;
  /** whether it may be run now; null: what cannot be run */
  runs: { ready: boolean } | null;
  /** an author's preview: nothing can be handed in */
  runOnly: boolean;
  canSubmit: boolean;
  exhausted: boolean;
  /** there is something to be graded */
  scored: boolean;
  points: number;
  /** told before anything is spent */
  costs: Costs;
}

export function CardFoot(props: CardFootProps) {
  const { model, attempts, practice, drawsAnew, runs, runOnly, canSubmit, exhausted, scored, points, costs } = props;
  const hintCount = runOnly ? 0 : props.hintCount;
  const t = useTranslations('lesson.card');
  const say = useRefusals();
  const id = useId();
  const buttons = useRef<HTMLDivElement>(null);
  const hold = useSteady(buttons);
  const { kept } = model;
  const busyWord = scored ? 'submitting' : 'handing';
  const told = (costs.attempt > 0 || costs.hint > 0) && !exhausted && !runOnly && !practice;
  const { state, refused, busy } = model;
  const hints = state.hintsShown.length;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 print:hidden">
      {/* the one that may go comes last: the others stay where they are */}
      <div ref={buttons} onClickCapture={hold} className="flex flex-wrap gap-2.5">
        {runs !== null && (
          <Button
            onClick={() => void model.run()}
            idle={busy !== null || !runs.ready}
            title={t('runKeys')}
            aria-keyshortcuts="Control+Enter Meta+Enter"
          >
            <Turns words={[t('run'), t('running')]} shown={t(busy === 'run' ? 'running' : 'run')} />
          </Button>
        )}
        {!runOnly && (
          <Button
            look="first"
            onClick={() => void model.submit()}
            aria-describedby={told ? `${id}-costs` : undefined}
            idle={busy !== null || !canSubmit}
            title={t(runs === null ? 'submitKeys' : 'submitKeysRun')}
            aria-keyshortcuts={
              runs === null ? 'Control+Enter Meta+Enter Control+Shift+Enter' : 'Control+Shift+Enter Meta+Shift+Enter'
            }
          >
            <Turns
              words={[t('submit'), t(busyWord)]}
              shown={t(busy === 'submit' || model.grading ? busyWord : 'submit')}
            />
          </Button>
        )}
        {hints < hintCount && (
          <Button onClick={() => void model.hint()} idle={busy !== null}>
            {t('hint', { number: hints + 1, count: hintCount })}
            {costs.hint > 0 && !practice && (
              <span className="text-[13px] text-ink-2">{t('hintCost', { points: costs.hint })}</span>
            )}
          </Button>
        )}
        {drawsAnew && model.otherValues !== null && (
          <Button onClick={() => void model.otherValues?.()} idle={busy !== null || model.grading}>
            <span aria-hidden>↻</span> {t('otherValues')}
          </Button>
        )}
      </div>
      <p className="min-h-5 text-[13px] text-ink-3">
        {runOnly && t('runOnly')}
        <DraftState kept={kept} savedAt={kept.savedAt ?? model.state.draftSavedAt} />
        {runOnly ? null : practice ? (
          <span>{t('practice')}</span>
        ) : attempts === null ? (
          state.attemptsUsed > 0 && <span>{t('attemptsUsed', { used: state.attemptsUsed })}</span>
        ) : (
          <span>{t(exhausted ? 'attemptsGone' : 'attempts', { used: state.attemptsUsed, attempts })}</span>
        )}
        {told && (
          <span className="block" id={`${id}-costs`}>
            {t('costs', { attempt: costs.attempt, hint: hints < hintCount ? costs.hint : 0 })}{' '}
            {(state.bestPoints ?? 0) < points &&
              t('worth', { points: afterCosts(points, state.attemptsUsed, hints, costs) })}
          </span>
        )}
      </p>
      {(kept.handedIn === 'onDevice' || kept.handedIn === 'onPage') && (
        <p role="status" className="w-full text-[14px] text-wait">
          {kept.reason === 'askedLive' ? say('askedLive') : t(`waits.${kept.handedIn}`)}{' '}
          <Again reason={kept.reason} at={props.id} />
        </p>
      )}
      {kept.handedIn === 'no' && kept.draft !== 'saving' && <Again reason={kept.reason} at={props.id} />}
      {refused !== null && (
        <p role="alert" className="w-full text-[14px] text-wrong">
          {say(refused)} <Again reason={refused.refused} at={props.id} />
          {kept.refused !== null && (
            <Button size="small" className="ms-2" onClick={model.dismiss}>
              {t('dismiss')}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}

/** Where it only waits for signing in: the way there and back. */
function Again({ reason, at }: { reason: RefusalCode | null; at: string }): ReactNode {
  return reason === 'notSignedIn' || reason === 'wrongAccount' ? <SignInAgain at={at} /> : null;
}

function DraftState({ kept: { draft, handedIn }, savedAt }: { kept: KeptWork; savedAt: string | null }): ReactNode {
  const t = useTranslations('lesson.card');
  // what waits to be sent is newer than any draft
  const waits = handedIn === 'onDevice' || handedIn === 'onPage';
  if (draft === 'none' && (savedAt === null || waits)) return null;
  return (
    <span className="me-3" aria-live="polite">
      {draft === 'saving' && t('saving')}
      {(draft === 'onDevice' || draft === 'onPage') && <span className="text-wait">{t(draft)}</span>}
      {draft === 'none' && savedAt !== null && t.rich('saved', { time: () => <DateTime iso={savedAt} form="clock" /> })}
    </span>
  );
}
