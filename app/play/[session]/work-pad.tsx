'use client';
/** All kinds but choice and number in a live round: the fields of the lesson's cards, and one button that hands in. */
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { Answer, AnswerOf } from '../../../domain/answer.ts';
import type { AskedQuestion } from '../../../domain/live/views.ts';
import type { QuestionKind, QuestionViewOf } from '../../../domain/question.ts';
import { hasContent } from '../../../domain/unfinished.ts';
import { Button, Turns } from '../../_components/button.tsx';
import { sameAnswer } from '../../_components/lesson/card-parts.ts';
import { UNTOUCHED } from '../../_components/lesson/card-types.ts';
import type { CardKind } from '../../_components/lesson/kinds/kind.ts';
import { cardKinds } from '../../_components/lesson/kinds/kinds.ts';
import { useShortcuts } from '../../_components/lesson/use-shortcuts.ts';
import { fieldName, useStop } from '../../_components/lesson/use-stop.tsx';

interface WorkProps {
  stored: Answer | undefined;
  sending: Answer | undefined;
  final: boolean;
  /** typed before and not sent */
  kept: Answer | undefined;
  onSend(answer: Answer): void;
  onDraft(answer: Answer): void;
}

export function WorkPad({ asked, ...rest }: WorkProps & { asked: AskedQuestion }) {
  switch (asked.kind) {
    case 'text':
      return <Work kind={cardKinds.text} question={asked} {...rest} />;
    case 'order':
      return <Work kind={cardKinds.order} question={asked} {...rest} />;
    case 'maths':
      return <Work kind={cardKinds.maths} question={asked} {...rest} />;
    case 'blanks':
      return <Work kind={cardKinds.blanks} question={asked} {...rest} />;
    case 'function':
      return <Work kind={cardKinds.function} question={asked} {...rest} />;
  }
}

interface KindProps<K extends QuestionKind> extends WorkProps {
  kind: CardKind<K>;
  question: QuestionViewOf<K>;
}

function Work<K extends QuestionKind>({ kind, question, stored, sending, final, kept, onSend, onDraft }: KindProps<K>) {
  const t = useTranslations('live.play');
  const id = useId();
  const given = sending ?? stored;
  const [answer, setAnswer] = useState(() => {
    const before = given ?? kept;
    return (before && kind.read(before)) ?? kind.empty(question);
  });
  const stop = useStop<HTMLFormElement, AnswerOf<K>>(
    (reader, sent) => reader.firstUnread(question, sent),
    (field) => fieldName(question, field),
  );
  const { Field } = kind;
  // an order that has not been begun is asked for too: what is missing takes the focus
  const ready = !final && (question.kind === 'order' || hasContent(answer)) && !sameAnswer(answer, given);
  const label = t(stored === undefined ? 'send' : 'sendAgain');
  const submit = async (): Promise<void> => {
    if (await stop.passes(answer)) onSend(answer);
  };
  const shortcuts = useShortcuts({ submit: () => void submit(), ready });
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
      <Field
        question={question}
        answer={answer}
        onChange={(next) => {
          setAnswer(next);
          if (stored === undefined) onDraft(next);
        }}
        verdict={null}
        state={UNTOUCHED}
        disabled={final}
        labelledBy={id}
        submit={{ label, ready, run: () => void submit() }}
      />
      <Button
        type="submit"
        look="first"
        size="large"
        idle={!ready}
        title={t('sendKeys')}
        aria-keyshortcuts="Control+Shift+Enter Meta+Shift+Enter"
      >
        <Turns words={[t('send'), t('sendAgain')]} shown={label} />
      </Button>
      {stop.reason(answer)}
    </form>
  );
}
