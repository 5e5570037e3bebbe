/** What somebody is called, or has typed, runs its own way wherever it stands in a sentence of ours: the tag `bdi` of messages. */
import { useFormatter } from 'next-intl';
import type { ReactNode } from 'react';

/** For `t.rich`. */
export const BDI = { bdi: (words: ReactNode) => <bdi>{words}</bdi> };

/** For `t.markup`, where no element can stand: the title of a page, what is read out. */
export const NO_BDI = { bdi: (words: string) => words };

/** Several names one after the other, as the language strings them together. */
export function Names({ of }: { of: readonly string[] }) {
  const format = useFormatter();
  return format.list(
    // biome-ignore lint/suspicious/noArrayIndexKey: two may be called the same, and none keeps anything
    of.map((name, at) => <bdi key={at}>{name}</bdi>),
    { type: 'unit' },
  );
}
