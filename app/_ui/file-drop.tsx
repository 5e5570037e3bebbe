'use client';
/** A file is handed in: dropped onto a frame, or picked by the field within, which is the way that everybody has. */
import clsx from 'clsx';
import { type ReactNode, type RefObject, useState } from 'react';

interface FileDropProps {
  /** undefined: what was dropped is no file */
  onFile(file: File | undefined): void;
  children: ReactNode;
}

/** Where a file can be dropped; within it stands a `FileField` for who does not drag. */
export function FileDrop({ onFile, children }: FileDropProps) {
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a second way to what the field within does
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFile(event.dataTransfer.files[0]);
      }}
      className={clsx(
        'grid grid-cols-[minmax(0,1fr)] gap-3 rounded-2 border border-dashed p-5',
        over ? 'border-violet bg-violet-soft' : 'border-line bg-sheet',
      )}
    >
      {children}
    </div>
  );
}

interface FileFieldProps {
  label: string;
  /** endings and types of files; undefined: any */
  accept?: string;
  /** a second way beside another field: it stands in one line and is not as loud */
  second?: boolean;
  onFile(file: File | undefined): void;
  /** to empty it: a file that was taken is not shown as if it waited */
  field?: RefObject<HTMLInputElement | null>;
}

/** A file is picked. */
export function FileField({ label, accept, second = false, onFile, field }: FileFieldProps) {
  return (
    <label
      className={
        second
          ? 'flex min-w-0 flex-wrap items-center gap-3 text-[14px] text-ink-2'
          : 'grid max-w-full gap-2 justify-self-start font-[550] text-[15px]'
      }
    >
      {label}
      <input
        ref={field}
        type="file"
        accept={accept}
        onChange={(event) => onFile(event.target.files?.[0])}
        className={clsx(
          'max-w-full font-normal text-[14px] file:me-3 file:cursor-pointer file:rounded-[10px] file:border file:border-line file:bg-fill file:font-[550] file:text-ink',
          second ? 'file:min-h-9 file:px-3' : 'file:min-h-10 file:px-4',
        )}
      />
    </label>
  );
}
