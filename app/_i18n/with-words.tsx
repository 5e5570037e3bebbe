/** Gives the scripts of a page the words that they use, and no others: what is made on the server has its words already. */
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { messages } from '../../messages/en.ts';
import { picked } from './picked.ts';
import { WORDS_OF } from './words-of.ts';

/** Those of the page of errors, which may stand in for any other. */
export const ERROR_WORDS = picked(messages, ['common.error']);

/** @returns the page, for Next to show at that route */
export function withWords<P extends object>(
  route: keyof typeof WORDS_OF,
  Page: (props: P) => ReactNode | Promise<ReactNode>,
): (props: P) => ReactNode {
  const words = picked(messages, WORDS_OF[route]);
  return function PageWithWords(props) {
    return (
      <NextIntlClientProvider messages={words}>
        <Page {...props} />
      </NextIntlClientProvider>
    );
  };
}
