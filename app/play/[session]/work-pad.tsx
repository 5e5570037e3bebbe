'use client';
/** In a live round, where a kind has no pad of its own: the fields of the lesson's cards, and one button that hands in. */
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { Answer } from '../../../domain/answer.ts';
import { askedKind, emptyAnswer, hasContent, ofKind } from '../../../domain/kinds/asked.ts';
import type { QuestionView } from '../../../domain/question.ts';
import { sameAnswer } from '../../_features/lesson/card-parts.ts';
import { UNTOUCHED } from '../../_features/lesson/card-types.ts';
import { useShortcuts } from '../../_features/lesson/use-shortcuts.ts';
import { fieldName, useStop } from '../../_features/lesson/use-stop.tsx';
import { VerdictView } from '../../_features/lesson/verdict-view.tsx';
import { useRefusals } from '../../_i18n/use-refusals.ts';
import { fieldOf } from '../../_kinds/fields.ts';
import { useNear } from '../../_late/use-near.ts';
import { Button, Turns } from '../../_ui/button.tsx';
import { type ExampleRun, useExampleRun } from './run-examples.ts';

interface WorkProps {
  asked: QuestionView;
  /** the round that is asked: what is run belongs to it */
  place: { session: string; round: number };
  stored: Answer | undefined;
  sending: Answer | undefined;
  final: boolean;
  /** typed before and not sent */
  kept: Answer | undefined;
  onSend(answer: Answer): void;
  onDraft(answer: Answer): void;
}

export function WorkPad(props: WorkProps) {
  const { asked: question, place, stored, sending, final, kept, onSend, onDraft } = props;
  const t = useTranslations('live.play');
  const id = useId();
  const { place: field, near } = useNear<HTMLDivElement>();
  const given = sending ?? stored;
  const [answer, setAnswer] = useState(() => {
    const before = kept ?? given;
    return (before && ofKind(question, before)) ?? emptyAnswer(question);
  });
  const stop = useStop<HTMLFormElement>(
    (reader, sent) => reader.firstUnread(question, sent),
    (field) => fieldName(question, field),
  );
  const example = useExampleRun(place);
  const kind = askedKind(question);
  const Field = fieldOf(question);
  // an order that has not been begun is asked for too: what is missing takes the focus
  const ready = !final && (kind.asksForMissing || hasContent(answer)) && !sameAnswer(answer, given);
  const label = t(stored === undefined ? 'send' : 'sendAgain');
  const submit = async (): Promise<void> => {
    if (await stop.passes(answer)) onSend(answer);
  };
  const shortcuts = useShortcuts({
    ...(kind.runsCode ? { run: () => void example.run(answer) } : {}),
    // what was sent may be run as well
    runs: !final && !example.running && hasContent(answer),
    submit: () => void submit(),
    ready,
  });
  return (
    <form
      ref={stop.fields}
      onKeyDownCapture={shortcuts}
      className="grid grid-cols-[minmax(0,1fr)] content-start gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void submit();
      }}
    >
      <h2 id={id} className="sr-only">
        {t('number')}
      </h2>
      <div ref={field}>
        <Field
          question={question}
          answer={answer}
          onChange={(next) => {
            setAnswer(next);
            onDraft(next);
          }}
          verdict={null}
          state={UNTOUCHED}
          disabled={final}
          labelledBy={id}
          asleep={!near}
          submit={{ label, ready, run: () => void submit() }}
        />
      </div>
      <div className="flex flex-wrap gap-3">
        {kind.runsCode && (
          <Button
            size="large"
            className="flex-1"
            aria-describedby={`${id}-run`}
            idle={final || example.running || !hasContent(answer)}
            title={t('runKeys')}
            aria-keyshortcuts="Control+Enter Meta+Enter"
            onClick={() => void example.run(answer)}
          >
            <Turns words={[t('run'), t('running')]} shown={t(example.running ? 'running' : 'run')} />
          </Button>
        )}
        <Button
          type="submit"
          look="first"
          size="large"
          className="flex-[2]"
          idle={!ready}
          title={t('sendKeys')}
          aria-keyshortcuts="Control+Shift+Enter Meta+Shift+Enter"
        >
          <Turns words={[t('send'), t('sendAgain')]} shown={label} />
        </Button>
      </div>
      {stop.reason(answer)}
      {kind.runsCode && <Examples id={`${id}-run`} example={example} answer={answer} />}
    </form>
  );
}

/** What the examples gave, below the buttons: they stay where they are. */
function Examples({ id, example, answer }: { id: string; example: ExampleRun; answer: Answer }) {
  const t = useTranslations('live.play');
  const say = useRefusals();
  const { ran, refused } = example;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <p id={id} className="text-[14px] text-ink-2">
        {t('runTells')}
      </p>
      <div aria-live="polite" className="empty:hidden">
        {refused !== null && <p className="text-[14px] text-wrong">{say(refused)}</p>}
        {ran !== null && <VerdictView verdict={ran.verdict} run free old={!sameAnswer(answer, ran.answer)} />}
      </div>
    </div>
  );
}
