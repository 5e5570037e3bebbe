// @vitest-environment happy-dom
/** New questions that were begun: those of the server and those that this browser alone has, each once, none that is done with. */
import { cleanup, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, describe, expect, it } from 'vitest';
import authoring from '../../../messages/en/authoring.json' with { type: 'json' };
import { keepLesson, keepMark, keptNewQuestions, newQuestionName } from '../outbox/kept-lessons.ts';
import { type Unsaved, UnsavedQuestions } from './unsaved-questions.tsx';

afterEach(() => {
  cleanup();
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
