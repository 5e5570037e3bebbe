// @vitest-environment happy-dom
/** What an editor is offered of newer versions, and what taking one does to the text. */
import { act, cleanup, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import desk from '../../../../../messages/en/desk.json' with { type: 'json' };
import { type Newer, NewerVersions } from './newer-versions.tsx';

afterEach(cleanup);

const ONE = '0b51c9b4-8a3f-4c1e-9d53-0f6a2f1f7c11';
const OTHER = '7f51c9b4-8a3f-4c1e-9d53-0f6a2f1f7c22';
const NEWER: Newer[] = [
  { ref: ONE, title: 'Down', newest: 4 },
  { ref: OTHER, title: 'Gone from the text', newest: 2 },
  { ref: ONE, title: 'Down', newest: 4 },
];
const pin = (name: string, version: number): string => `::question{#${name} ref=${ONE} version=${version}}`;

function Editor({ first }: { first: string }) {
  const [source, setSource] = useState(first);
  return (
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ desk }}>
      <NewerVersions newer={NEWER} source={source} onTake={setSource} />
      <pre data-testid="source">{source}</pre>
    </NextIntlClientProvider>
  );
}
const text = (): string | null => screen.getByTestId('source').textContent;

it('is offered once a question, and moves every pin of it when it is taken', async () => {
  const written = (version: number): string => `Text\n\n${pin('a', version)}\n${pin('b', 4)}\n`;
  render(<Editor first={written(2)} />);
  const list = screen.getByRole('list', { name: 'Questions with a newer version' });
  expect(list.textContent).toContain('“Down” is asked here in version 2; there is a version 4.');
  expect(list.children).toHaveLength(1);
  await act(async () => screen.getByRole('button', { name: 'Take version 4' }).click());
  expect(text()).toBe(written(4));
  expect(screen.queryByRole('list')).toBeNull();
});

it('is silent where the text has them already, or does not ask them any more', () => {
  render(<Editor first={pin('a', 4)} />);
  expect(screen.queryByRole('list')).toBeNull();
});
