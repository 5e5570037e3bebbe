/** Buttons, and links that look like them. One of a group may be `first`: what people most likely want next. */
import clsx from 'clsx';
import Link from 'next/link';
import type { ComponentProps } from 'react';

interface Look {
  look?: 'first' | 'plain' | 'quiet' | 'danger';
  size?: 'small' | 'normal' | 'large';
}

function classes({ look = 'plain', size = 'normal' }: Look): string {
  return clsx(
    'inline-flex items-center justify-center gap-2 rounded-[10px] border font-[550] transition-colors disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-not-allowed aria-disabled:opacity-60',
    size === 'small' && 'min-h-8 px-3 text-[13px]',
    size === 'normal' && 'min-h-10 px-4 text-[15px]',
    size === 'large' && 'min-h-13 px-6 text-lg',
    look === 'first' && 'border-transparent bg-violet text-on-violet hover:brightness-110',
    look === 'plain' && 'border-line bg-fill text-ink hover:border-ink-3',
    look === 'quiet' && 'border-transparent bg-transparent text-ink-2 hover:bg-fill hover:text-ink',
    look === 'danger' && 'border-wrong/40 bg-wrong-soft text-wrong hover:border-wrong',
  );
}

interface ButtonProps extends ComponentProps<'button'>, Look {
  /** it cannot act now, and keeps the focus that it has: a disabled one would lose it to the page's top */
  idle?: boolean;
}

/** A button; while it is `idle` it does nothing, and keeps the focus. */
export function Button({ look, size, className, type = 'button', idle = false, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={clsx(classes({ look, size }), className)}
      {...rest}
      {...(idle ? { 'aria-disabled': true } : {})}
      onClick={idle ? (event) => event.preventDefault() : onClick}
    />
  );
}

/** Words that take turns on a button: as wide as the longest of them, so that what stands beside it does not move. */
export function Turns({ words, shown }: { words: readonly string[]; shown: string }) {
  return (
    <span className="grid justify-items-center">
      {words.map((word) => (
        <span
          key={word}
          aria-hidden={word !== shown}
          className={clsx('[grid-area:1/1]', word !== shown && 'invisible')}
        >
          {word}
        </span>
      ))}
    </span>
  );
}

export function ButtonLink({ look, size, className, ...rest }: ComponentProps<typeof Link> & Look) {
  return <Link className={clsx(classes({ look, size }), className)} {...rest} />;
}
