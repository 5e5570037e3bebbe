'use client';
/** Where a player types a number; how it is understood stands below it, and Send stops where it is not. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { AnswerOf } from '../../../domain/answer.ts';
import { useStop } from '../../_features/lesson/use-stop.tsx';
import { Button } from '../../_ui/button.tsx';
import { Field } from '../../_ui/field.tsx';
import type { PadProps } from '../pad-props.ts';
import { NumberReading } from './reading.tsx';

export function NumberPad({ question, stored, sending, kept, final, onSend, onDraft }: PadProps) {
  const t = useTranslations('live.play');
  const before = kept ?? sending ?? stored;
  const [answer, setAnswer] = useState<AnswerOf<'number'>>(
    before?.kind === 'number' ? before : { kind: 'number', value: '' },
  );
  const { unit, promptHtml, euler = false } = question;
  const asked = { unit, promptHtml, euler };
  const stop = useStop<HTMLFormElement>((reader, sent) =>
    sent.kind === 'number' ? reader.unreadNumber(asked, sent) : undefined,
  );
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
        onChange={({ target }) => write({ kind: 'number', value: target.value })}
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
