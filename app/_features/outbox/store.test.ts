// @vitest-environment happy-dom
/** Where the outbox keeps what waits when there is no IndexedDB; that one is tried in a real browser (tests/e2e/outbox.spec.ts). */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Entry, submissionAfter } from './rules.ts';
import { memoryStore, openStore, type Store } from './store.ts';

const entry = (id: string, change: Partial<Entry> = {}): Entry => ({
  ...submissionAfter(
    undefined,
    {
      user: 'ada',
      lessonId: 'l',
      questionId: 'q',
      versionId: 'v',
      id,
      answer: { kind: 'number', value: '1' },
      writtenAt: 1,
    },
    0,
  ),
  ...change,
});

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

describe.each([
  ['localStorage', openStore, true],
  ['the page', async () => memoryStore(), false],
])('%s', (_name, open: () => Promise<Store>, lasts) => {
  it('keeps the newest entry of each question and account', async () => {
    const store = await open();
    expect(store.lasts).toBe(lasts);
    await store.put(entry('one'));
    await store.put(entry('two'));
    await store.put(entry('draft', { what: 'draft' }));
    await store.put(entry('of ben', { user: 'ben' }));
    expect((await store.all('ada')).map((one) => one.id).sort()).toEqual(['draft', 'two']);
    expect(await store.all('a')).toEqual([]);
    await store.remove(entry('one'));
    expect(await store.all('ada')).toHaveLength(2);
    await store.remove(entry('two'));
    expect((await store.all('ada')).map((one) => one.id)).toEqual(['draft']);
  });
});

it('what pages kept before answers said their kind is read as what it is', async () => {
  const store = await openStore();
  const kept = { ...entry('old'), answer: { choices: ['A'] } };
  localStorage.setItem('nabla-outbox:ada l q draft', JSON.stringify({ shape: 1, entry: kept }));
  expect((await store.all('ada')).map((one) => one.answer)).toEqual([{ kind: 'choice', choices: ['A'] }]);
  localStorage.clear();
});

it('what another version of these pages stored, or nobody can read, is not read', async () => {
  const store = await openStore();
  localStorage.setItem('nabla-outbox:ada l q draft', '{"shape":3,"entry":{}}');
  localStorage.setItem('nabla-outbox:ada l r draft', 'half a li');
  expect(await store.all('ada')).toEqual([]);
});

it('where storage is blocked the page keeps it, and nothing breaks', async () => {
  vi.stubGlobal('localStorage', undefined);
  const store = await openStore();
  expect(store.lasts).toBe(false);
  await store.put(entry('one'));
  expect(await store.all('ada')).toHaveLength(1);
});
