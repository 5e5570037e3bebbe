// @vitest-environment happy-dom
/** Keys that answer on a phone or a laptop: they send and keep until the bell, and nothing after it. */
import { cleanup, fireEvent, render } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, expect, it, vi } from 'vitest';
import type { ShownQuestion } from '../../../domain/live/views.ts';
import live from '../../../messages/en/live.json' with { type: 'json' };
import { ChoicePad } from './pad.tsx';

afterEach(cleanup);

const QUESTION: ShownQuestion = {
  id: 'q',
  kind: 'choice',
  title: 'Which',
  promptHtml: '<p>Which?</p>',
  unit: null,
  asked: null,
  multiple: false,
  options: ['A', 'B'].map((letter) => ({ letter, html: letter })),
};

function shown(how: { over: boolean; multiple?: boolean }) {
  const [onSend, onDraft] = [vi.fn(), vi.fn()];
  render(
    <NextIntlClientProvider locale="en" messages={{ live }}>
      <ChoicePad
        question={{ ...QUESTION, multiple: how.multiple === true }}
        stored={undefined}
        sending={undefined}
        kept={undefined}
        final={false}
        over={how.over}
        onSend={onSend}
        onDraft={onDraft}
      />
    </NextIntlClientProvider>,
  );
  return { onSend, onDraft };
}

it('a key sends before the bell, or keeps what is picked of several', () => {
  const one = shown({ over: false });
  fireEvent.keyDown(document.body, { key: 'b' });
  expect(one.onSend).toHaveBeenCalledExactlyOnceWith({ kind: 'choice', choices: ['B'] });
  cleanup();
  const several = shown({ over: false, multiple: true });
  fireEvent.keyDown(document.body, { key: '1' });
  expect(several.onDraft).toHaveBeenCalledExactlyOnceWith({ kind: 'choice', choices: ['A'] });
});

it.each([{ multiple: false }, { multiple: true }])(
  'no key sends or keeps anything after the bell: %o',
  ({ multiple }) => {
    const { onSend, onDraft } = shown({ over: true, multiple });
    for (const key of ['a', 'B', '1', '2']) fireEvent.keyDown(document.body, { key });
    expect(onSend).not.toHaveBeenCalled();
    expect(onDraft).not.toHaveBeenCalled();
  },
);
