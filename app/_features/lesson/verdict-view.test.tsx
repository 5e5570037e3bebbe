import { NextIntlClientProvider } from 'next-intl';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { TestOutcome, Verdict } from '../../../domain/results/verdict.ts';
import lesson from '../../../messages/en/lesson.json' with { type: 'json' };
import { VerdictView } from './verdict-view.tsx';

const messages = { lesson, feedback: { wrongValue: 'At {place} it is another value.' } };

function text(element: ReactElement): string {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={messages}>
      {element}
    </NextIntlClientProvider>,
  );
  return html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
}

const test: TestOutcome = {
  id: 't1',
  name: 'One step',
  visible: true,
  passed: true,
  points: 1,
  maxPoints: 1,
  feedback: [],
};
const verdict: Verdict = {
  outcome: 'graded',
  result: 'partial',
  points: 1,
  maxPoints: 2,
  tests: [
    test,
    {
      ...test,
      id: 't2',
      passed: false,
      call: 'f(1)',
      expected: '2',
      got: '3',
      points: 0,
      feedback: [{ code: 'feedback.wrongValue', params: { place: '[0]' } }],
    },
    {
      ...test,
      id: 't3',
      name: 'Any point',
      visible: false,
      passed: false,
      points: 0,
      hintHtml: 'Look at <code>x</code>.',
    },
  ],
  feedback: [],
  signature: '',
  slips: [],
};

describe('the view of a verdict', () => {
  it('says in words how it went, as a whole and test by test', () => {
    const shown = text(<VerdictView verdict={verdict} />);
    expect(shown).toContain('Partly right: 1 of 2 points.');
    expect(shown).toMatch(/✓ passed One step 1\/1/);
    expect(shown).toMatch(/✗ failed One step 0\/1 At \[0\] it is another value\. call f\(1\) expected 2 got 3/);
    expect(shown).toMatch(/✗ failed Any point hidden test 0\/1 Look at x \./);
  });

  it('tells no points of a run, and says when it is about an older answer', () => {
    const shown = text(<VerdictView verdict={verdict} run old />);
    expect(shown).toContain('Your code gives the right result in some of the examples.');
    expect(shown).toContain('before your latest changes');
    expect(shown).not.toContain('0/1');
  });

  it('says “not yet” only where something can still be handed in', () => {
    const wrong: Verdict = { ...verdict, result: 'fail', points: 0, maxPoints: 1, tests: [] };
    expect(text(<VerdictView verdict={wrong} />)).toContain('Not yet: 0 of 1 point.');
    expect(text(<VerdictView verdict={wrong} last />)).toContain('Not right: 0 of 1 point.');
    const remark = [{ code: 'feedback.wrongValue', params: { place: '[0]' } }];
    for (const told of [{ played: true }, { last: true, counts: { best: 1, points: 1 } }])
      expect(text(<VerdictView verdict={{ ...wrong, feedback: remark }} {...told} />)).toContain('Not right.');
  });

  it('says what could not be read without calling it wrong', () => {
    const shown = text(<VerdictView verdict={{ ...verdict, outcome: 'invalid', tests: [] }} />);
    expect(shown).toContain('No attempt is spent');
  });

  it('leaves out a code that has no words', () => {
    const strange = { ...verdict, feedback: [{ code: 'feedback.unheardOf', params: {} }] };
    expect(text(<VerdictView verdict={strange} />)).not.toContain('unheardOf');
  });
});

describe('one score in one card', () => {
  const right: Verdict = { ...verdict, result: 'pass', points: 1, maxPoints: 1, tests: [] };
  it('where attempts cost, the points are those of the card, and no others', () => {
    const shown = text(<VerdictView verdict={right} counts={{ best: 0.25, points: 1 }} />);
    expect(shown).toContain('Right. After what attempts and hints cost, your best answer counts 0.25 of 1 point.');
    expect(shown).not.toContain('1 of 1 point');
  });
  it('where nothing was lost they stand in the headline', () => {
    expect(text(<VerdictView verdict={right} counts={{ best: 1, points: 1 }} />)).toContain('Right: 1 of 1 point.');
  });
});

describe('an answer that could not be read', () => {
  const unread: Verdict = {
    ...verdict,
    outcome: 'invalid',
    result: 'error',
    points: 0,
    tests: [{ ...test, passed: null, points: 0 }],
  };
  it('has no part that a teacher would decide, and none with points', () => {
    const shown = text(<VerdictView verdict={unread} />);
    expect(shown).toContain('This could not be read. No attempt is spent.');
    expect(shown).toContain('not graded');
    expect(shown).not.toMatch(/undecided|0\/1/);
  });
  it('is told otherwise where it is only asked which reading is meant', () => {
    const readings = [
      { tex: 'a', text: 'a' },
      { tex: 'b', text: 'b' },
    ];
    expect(text(<VerdictView verdict={{ ...unread, tests: [], readings }} />)).toContain('several ways. No attempt');
  });
});
