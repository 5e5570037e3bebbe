// @vitest-environment happy-dom
/** New questions that were begun: those of the server and those that this browser alone has, each once, none that is done with. */
import { act, cleanup, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, describe, expect, it, vi } from 'vitest';
import authoring from '../../../messages/en/authoring.json' with { type: 'json' };
import { fakeCalls } from '../../../tests/support/fake-fetch.ts';
import { draftMark, keepLesson, keepMark, keptNewQuestions, newQuestionName } from '../outbox/kept-lessons.ts';
import { type Unsaved, UnsavedQuestions } from './unsaved-questions.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  localStorage.clear();
});

const NOTHING: Unsaved = { kept: [], ended: [] };
const onServer = (newId: string, title: string | null) => ({ newId, title, at: Date.UTC(2026, 10, 30, 12) });
const begun = (title: string) => `:::check[${title}]{kind=choice}\n:::\n`;

function show(unsaved: Partial<Unsaved>, open?: string) {
  render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ authoring }}>
      <UnsavedQuestions user="ada" {...NOTHING} {...unsaved} {...(open === undefined ? {} : { open })} />
    </NextIntlClientProvider>,
  );
  return screen.queryAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')]);
}

describe('questions that were begun', () => {
  it('are listed, each once, but for the one that is open', () => {
    keepLesson('ada', newQuestionName('here'), begun('Kept here'));
    keepLesson('ada', newQuestionName('both'), begun('Newer here'));
    keepLesson('ben', newQuestionName('his'), begun('Not mine'));
    const kept = [onServer('both', 'On the server'), onServer('bare', null), onServer('open', 'Before my eyes')];
    expect(show({ kept }, 'open')).toEqual([
      ['Kept here', '/questions/new?draft=here'],
      ['On the server', '/questions/new?draft=both'],
      ['without a title', '/questions/new?draft=bare'],
    ]);
  });

  it('are no longer listed once they were saved or thrown away elsewhere', () => {
    keepLesson('ada', newQuestionName('done'), begun('Saved on the laptop'));
    expect(show({ ended: ['done'] })).toEqual([]);
    expect(screen.queryByRole('navigation')).toBeNull();
  });
});

describe('a question that was thrown away here', () => {
  const AT = Date.UTC(2026, 10, 30, 12);
  const end = (newId: string, at: number) =>
    keepMark('ada', newQuestionName(newId), { at, base: 0, follows: AT, sent: AT + 1, ended: true });

  it('is not listed while the server is not told, and it is told from here', async () => {
    const calls = fakeCalls({ 'drafting.drop': () => ({ ok: true, now: AT, at: AT, draft: null }) });
    vi.stubGlobal('fetch', calls.fetch);
    end('thrown', AT + 5);
    end('again', AT - 5);
    end('open', AT + 5);
    const kept = [onServer('thrown', 'Thrown away'), onServer('again', 'Typed since'), onServer('other', 'Another')];
    const listed = [
      ['Typed since', '/questions/new?draft=again'],
      ['Another', '/questions/new?draft=other'],
    ];
    expect(show({ kept }, 'open')).toEqual(listed);
    await act(() => new Promise((resolve) => setTimeout(resolve)));
    expect(calls.asked('drafting.drop')).toMatchObject([
      { thing: { of: 'new', newId: 'thrown' }, as: 'ada', claimedAt: AT + 5, follows: [AT, AT + 1] },
      { thing: { of: 'new', newId: 'again' } },
    ]);
    expect([draftMark('ada', newQuestionName('thrown')), draftMark('ada', newQuestionName('open'))]).toMatchObject([
      null,
      { ended: true },
    ]);
    // a page that was made before, shown once more
    cleanup();
    expect(show({ kept }, 'open')).toEqual(listed);
  });

  it('stays to be told where the server cannot be reached', async () => {
    vi.stubGlobal('fetch', fakeCalls({ 'drafting.drop': () => undefined }).fetch);
    end('offline', AT + 5);
    expect(show({ kept: [onServer('offline', 'Thrown away')] })).toEqual([]);
    await act(() => new Promise((resolve) => setTimeout(resolve)));
    expect(draftMark('ada', newQuestionName('offline'))).toMatchObject({ ended: true });
  });
});

describe('the one new question of before', () => {
  it('is found under a name of its own', () => {
    keepLesson('ada', 'question new', begun('Of last week'));
    expect(keptNewQuestions('ada')).toMatchObject([{ source: begun('Of last week'), at: 0 }]);
    expect(keptNewQuestions('ada')).toHaveLength(1);
  });

  it('is found once where the server has it too', () => {
    keepLesson('ada', 'question new', begun('Of last week'));
    keepMark('ada', 'question new', { at: 5, base: 0, follows: 5, sent: 5, ended: false });
    expect(keptNewQuestions('ada')).toEqual([]);
  });
});
