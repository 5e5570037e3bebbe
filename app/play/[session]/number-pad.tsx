'use client';
/** Where a player types a number; how it is understood stands below it, and Send stops where it is not. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Answer, AnswerOf } from '../../../domain/answer.ts';
import type { ShownQuestion } from '../../../domain/live/views.ts';
import { Button } from '../../_components/button.tsx';
import { Field } from '../../_components/field.tsx';
import { NumberReading } from '../../_components/lesson/kinds/number-reading.tsx';
import { useStop } from '../../_components/lesson/use-stop.tsx';

interface NumberPadProps {
  question: ShownQuestion;
  stored: Answer | undefined;
  final: boolean;
  onSend(answer: Answer): void;
  onDraft(answer: Answer): void;
}

export function NumberPad({ question, stored, final, onSend, onDraft }: NumberPadProps) {
  const t = useTranslations('live.play');
  const [answer, setAnswer] = useState<AnswerOf<'number'>>(
    stored !== undefined && 'value' in stored ? stored : { value: '' },
  );
  const { unit, promptHtml, euler = false } = question;
  const asked = { unit, promptHtml, euler };
  const stop = useStop<HTMLFormElement, AnswerOf<'number'>>((reader, sent) => reader.unreadNumber(asked, sent));
  const write = (next: AnswerOf<'number'>): void => {
    setAnswer(next);
    onDraft(next);
  };
  const ready = !final && answer.value.trim() !== '';
  return (
    <form
      ref={stop.fields}
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void stop.passes(answer).then((passes) => passes && onSend(answer));
      }}
    >
      <Field
        label={unit === null ? t('number') : `${t('number')} (${unit})`}
        inputMode="decimal"
        autoComplete="off"
        maxLength={60}
        required
        disabled={final}
        value={answer.value}
        onChange={({ target }) => write({ value: target.value })}
      />
      <div className="min-h-6 text-[14px] text-ink-2">
        <NumberReading question={asked} answer={answer} onChange={write} disabled={final} />
      </div>
      <Button type="submit" look="first" size="large" idle={!ready}>
        {t('send')}
      </Button>
      {stop.reason(answer)}
    </form>
  );
}
