'use client';
/** Where a remark is typed: how it will look stands below it, and what is not sent yet is kept for as long as the tab. */
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useId, useMemo, useRef } from 'react';
import { readRemark } from '../../../domain/remarks/prose.ts';
import { MOST_SIGNS } from '../../../domain/remarks/remark.ts';
import { keepItem, keptItem } from '../../_client/kept-item.ts';
import { Button } from '../../_ui/button.tsx';
import { useTypedForm } from '../../_ui/use-typed-form.ts';
import { RemarkText } from './remark-text.tsx';

const loadRules = () => import('../../../domain/remarks/input.ts').then(({ remarkForm }) => remarkForm);

interface RemarkFormProps {
  /** of the field, for who does not see where it stands */
  label: string;
  hint: string;
  act: string;
  /** under which name what is typed is kept until it is sent */
  keptAs: string;
  /** what stands there to begin with, where nothing was kept */
  text?: string;
  /** the line that it is about, above the field */
  about?: ReactNode;
  /** takes the focus each time that this is another one, but for 0 */
  focus?: number;
  busy: boolean;
  refused: { error: string | undefined; field?: string | undefined };
  /** @returns whether it was sent */
  send(text: string): Promise<boolean>;
  onCancel?: () => void;
  /** beside the buttons; `insert` writes at the caret */
  tools?: (insert: (text: string) => void) => ReactNode;
}

export function RemarkForm(props: RemarkFormProps) {
  const { label, hint, act, keptAs, text: given = '', about, focus = 0, busy, refused, send, onCancel, tools } = props;
  const t = useTranslations('remarks');
  const common = useTranslations('common');
  const id = useId();
  const area = useRef<HTMLTextAreaElement | null>(null);
  const form = useTypedForm({
    fields: ['text'],
    rules: loadRules,
    refused,
    otherwise: 'text',
    send: async ({ text }) => {
      if (!(await send(text))) return;
      keepItem(keptAs, '', 'session');
      form.clear('text');
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as it comes
  useEffect(() => {
    const kept = keptItem(keptAs, 'session') || given;
    if (kept !== '') form.write('text', kept);
  }, []);
  useEffect(() => {
    if (focus === 0) return;
    area.current?.focus();
    area.current?.scrollIntoView({ block: 'nearest' });
  }, [focus]);
  const typed = form.typed('text');
  const signs = typed.trim().length;
  const isLong = signs > MOST_SIGNS;
  const looksOtherwise = useMemo(() => isDressed(typed), [typed]);
  const { error, ref, onChange, ...field } = form.field('text');
  const write = (text: string): void => {
    form.write('text', text);
    keepItem(keptAs, text, 'session');
  };
  const insert = (phrase: string): void => {
    const caret = area.current?.selectionStart ?? typed.length;
    const before = typed.slice(0, caret);
    const gap = before === '' || /\s$/.test(before) ? '' : ' ';
    write(`${before}${gap}${phrase}${typed.slice(caret)}`);
    area.current?.focus();
  };
  const isIdle = signs === 0;
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)] gap-2 print:hidden"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.currentTarget.requestSubmit();
      }}
      {...form.form}
      {...(isIdle || isLong || busy ? { onSubmit: (event) => event.preventDefault() } : {})}
    >
      {about}
      <textarea
        id={id}
        aria-label={label}
        placeholder={hint}
        rows={1}
        aria-invalid={isLong || error !== undefined}
        aria-describedby={isLong || error !== undefined ? `${id}-error` : undefined}
        className="field-sizing-content block max-h-80 min-h-10 w-full min-w-0 resize-y rounded-[10px] border border-line bg-paper px-3 py-2 text-[15px] leading-normal aria-invalid:border-wrong"
        {...field}
        ref={(element) => {
          area.current = element;
          ref(element);
        }}
        onChange={(event) => {
          keepItem(keptAs, event.target.value, 'session');
          void onChange(event);
        }}
      />
      {(isLong || error !== undefined) && (
        <p id={`${id}-error`} role="alert" className="text-[14px] text-wrong">
          {isLong ? t('long', { count: signs, most: MOST_SIGNS }) : error}
        </p>
      )}
      {looksOtherwise && (
        <section aria-label={t('preview')} className="rounded-[10px] border border-line border-dashed px-3 py-2">
          <RemarkText text={typed} />
        </section>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          type="submit"
          size="small"
          look="first"
          idle={busy || isLong || isIdle}
          aria-keyshortcuts="Control+Enter Meta+Enter"
        >
          {act}
        </Button>
        {onCancel !== undefined && (
          <Button
            size="small"
            onClick={() => {
              keepItem(keptAs, '', 'session');
              onCancel();
            }}
          >
            {common('cancel')}
          </Button>
        )}
        {tools?.(insert)}
      </div>
    </form>
  );
}

/** Something in it will look otherwise than it is typed. */
function isDressed(text: string): boolean {
  return readRemark(text).some((block) => block.as !== 'paragraph' || block.of.some((piece) => piece.as !== 'text'));
}
