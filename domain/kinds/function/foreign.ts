/** `function` for other programs: code whose tests call it with plain values and expect plain values. */
import { type CallTest, type Leaving, withoutForm } from '../../exchange/foreign.ts';
import { remark } from '../../exchange/remark.ts';
import type { QuestionOf } from '../../question.ts';

export function functionForeign({ language, entry, starter, key }: QuestionOf<'function'>): Leaving {
  const tests: CallTest[] = [];
  for (const { arguments: given, expect, visible, points } of key.tests) {
    const call = given.flatMap((one) => (one.type === 'value' ? [one.value] : []));
    if (call.length < given.length || expect.type !== 'value') return withoutForm('out.drawnTests');
    tests.push({ call, expect: expect.value, hidden: !visible, points });
  }
  const remarks = key.tests.some(({ tolerance }) => tolerance !== undefined) ? [remark('out.testTolerance')] : [];
  return { asked: { form: 'code', language, entry, starter, solution: key.solution, tests }, remarks };
}
