/** What an error page says: a number for a fault of ours, and what to do where a later version stored something. */
import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { NewerDocument } from '../domain/documents/format.ts';
import common from '../messages/en/common.json' with { type: 'json' };
import ErrorPage from './error.tsx';

const shown = (error: Error & { digest?: string }): string =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ common }}>
      <ErrorPage error={error} reset={() => undefined} />
    </NextIntlClientProvider>,
  );

describe('an error page', () => {
  it('says what to do where a later version of Nabla stored what it should show', () => {
    expect(shown(new NewerDocument('lesson', 3, 2))).toContain('must start the later version again');
  });
  it('tells the number of any other fault', () => {
    expect(shown(Object.assign(new Error('no'), { digest: '4711' }))).toContain('4711');
  });
});
