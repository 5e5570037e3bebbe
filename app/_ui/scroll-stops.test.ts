// @vitest-environment happy-dom
/** What of a lesson is a stop of the Tab key: only what is too wide, by its name. */
import { afterEach, expect, it, vi } from 'vitest';
import { PATIENT } from '../../tests/support/guard.ts';
import { watchScrollStops } from './scroll-stops.ts';

const NAMES = { code: 'Code', formula: 'Formula', table: 'Table' };
/** Boxes have no size here: each says its own. */
const widths = new Map<string, number>();
let resized: (() => void) | undefined;

vi.stubGlobal(
  'ResizeObserver',
  class {
    private readonly all: Element[] = [];
    private readonly tell: (entries: { target: Element }[]) => void;
    constructor(tell: (entries: { target: Element }[]) => void) {
      this.tell = tell;
      resized = () => tell(this.all.map((target) => ({ target })));
    }
    observe(one: Element): void {
      this.all.push(one);
      this.tell([{ target: one }]);
    }
    disconnect(): void {}
  },
);
Object.defineProperties(HTMLElement.prototype, {
  clientWidth: { get: () => 300 },
  scrollWidth: {
    get(this: HTMLElement) {
      return widths.get(this.id) ?? 0;
    },
  },
});

let stop: (() => void) | undefined;
afterEach(() => {
  stop?.();
  document.body.innerHTML = '';
});

function page(html: string, wide: Record<string, number>): void {
  document.body.innerHTML = html;
  widths.clear();
  for (const [id, width] of Object.entries(wide)) widths.set(id, width);
  stop = watchScrollStops(document.body, NAMES);
}
const stops = (): string[] =>
  [...document.querySelectorAll('[tabindex]')].map(
    (one) => `${one.id} ${one.getAttribute('role')} ${one.getAttribute('aria-label')}`,
  );

const LESSON =
  '<pre class="code" tabindex="0" id="a"></pre><pre class="code" tabindex="0" id="b"></pre>' +
  '<div class="maths-display" tabindex="0" id="c"></div><div class="table-frame" tabindex="0" id="d"></div>';

it('is what is wider than its place, and says what it is', () => {
  page(LESSON, { a: 301, b: 900, c: 900, d: 900 });
  expect(stops()).toEqual(['b group Code', 'c group Formula', 'd group Table']);
});

it('is nothing inside a button', () => {
  page('<button type="button"><pre class="code" tabindex="0" id="a"></pre></button>', { a: 900 });
  expect(stops()).toEqual([]);
});

it('follows the place, and what comes later', async () => {
  page(LESSON, { a: 900 });
  expect(stops()).toEqual(['a group Code']);
  widths.set('a', 200).set('c', 900).set('e', 900);
  resized?.();
  expect(stops()).toEqual(['c group Formula']);
  document.body.insertAdjacentHTML('beforeend', '<pre class="code" tabindex="0" id="e"></pre>');
  await vi.waitFor(() => expect(stops()).toEqual(['c group Formula', 'e group Code']), PATIENT);
});
