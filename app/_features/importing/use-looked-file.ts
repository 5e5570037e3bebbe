'use client';
/** A file that somebody hands in is looked at by the server before anything is made of it; the words for what is said come meanwhile. */
import { useLocale } from 'next-intl';
import { type RefObject, useRef, useState } from 'react';
import { MOST } from '../../../domain/exchange/limits.ts';
import { base64Of } from '../../_client/base64.ts';
import { type ImportWords, loadImportWords } from '../../_i18n/import-words.ts';
import { useRefusals } from '../../_i18n/use-refusals.ts';

/** A file that was looked at. */
interface Opened<Looked, How> {
  /** as it was picked; empty: it has none, it was typed */
  name: string;
  /** in base64 */
  file: string;
  /** as somebody said that it is to be read; left out: as it is guessed */
  how: How | undefined;
  looked: Looked;
  words: ImportWords;
}

interface Looking<Looked, How> {
  /** something is on its way: what is handed in meanwhile does not count */
  busy: boolean;
  /** @returns undefined: it was refused, and that is told */
  ask(file: string, how: How | undefined): Promise<{ looked: Looked } | undefined>;
  /** while the server looks */
  reading: string;
  /** of a file that is too large */
  large(mostMegabytes: number): string;
  /** what was told of the one before goes */
  onBegin(): void;
  onLooked(looked: Looked): void;
}

export interface LookedFile<Looked, How> {
  opened: Opened<Looked, How> | undefined;
  /** what becomes of it, in words; empty: nothing to say */
  told: string;
  /** for the field in which it is picked */
  field: RefObject<HTMLInputElement | null>;
  /** looks at what was picked or dropped */
  pick(file: File | undefined): void;
  /** looks at what was typed */
  type(text: string): void;
  /** looks at the same file once more, in another way than it was asked last, be that still on its way; undefined: as it is guessed */
  again(next: (asked: How | undefined) => How): void;
  /** it was taken: nothing is open, and the field is empty */
  done(): void;
}

/** @typeParam How what somebody says of how a file is to be read */
export function useLookedFile<Looked, How = never>({
  busy,
  ask,
  reading,
  large,
  onBegin,
  onLooked,
}: Looking<Looked, How>): LookedFile<Looked, How> {
  const locale = useLocale();
  const say = useRefusals();
  const [opened, setOpened] = useState<Opened<Looked, How>>();
  const [told, setTold] = useState('');
  const field = useRef<HTMLInputElement>(null);
  /** how it was asked last: who says two things at once means both */
  const asked = useRef<How>(undefined);
  const turn = useRef(0);

  const look = async (name: string, file: string, how?: How): Promise<void> => {
    onBegin();
    setTold(reading);
    turn.current += 1;
    const mine = turn.current;
    const before = opened?.file === file ? opened.how : undefined;
    asked.current = how;
    // a page that was left open over an upgrade has no words to show it with
    const [given, words] = await Promise.all([ask(file, how), loadImportWords(locale).catch(() => undefined)]);
    // something else was asked meanwhile
    if (mine !== turn.current) return;
    setTold(words === undefined ? say('unavailable') : '');
    if (given === undefined || words === undefined) {
      asked.current = before;
      return;
    }
    setOpened({ name, file, how, looked: given.looked, words });
    onLooked(given.looked);
  };
  const pick = async (picked: File): Promise<void> => {
    setOpened(undefined);
    if (picked.size > MOST.bytes) {
      onBegin();
      setTold(large(MOST.bytes / 2 ** 20));
      return;
    }
    await look(picked.name, base64Of(new Uint8Array(await picked.arrayBuffer())));
  };
  return {
    opened,
    told,
    field,
    pick(picked) {
      if (picked !== undefined && !busy) void pick(picked);
    },
    type(text) {
      void look('', base64Of(new TextEncoder().encode(text)));
    },
    again(next) {
      if (opened !== undefined) void look(opened.name, opened.file, next(asked.current));
    },
    done() {
      turn.current += 1;
      setOpened(undefined);
      if (field.current !== null) field.current.value = '';
    },
  };
}
