// @vitest-environment happy-dom
/** A remark is shown as pieces of text: what is typed makes no element of its own. */
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { PATIENT } from '../../../tests/support/guard.ts';
import { RemarkText } from './remark-text.tsx';

afterEach(cleanup);

it('shows words, code and lists, and typesets formulas', async () => {
  const { container } = render(<RemarkText text={'So **not** `x`:\n- $x^2$\n- two'} />);
  expect(container.querySelector('strong')?.textContent).toBe('not');
  expect([...container.querySelectorAll('li')].map((item) => item.textContent)).toEqual(['$x^2$', 'two']);
  await vi.waitFor(() => expect(container.querySelector('li math')).not.toBeNull(), PATIENT);
});

it('leaves a formula that cannot be read as it was typed', async () => {
  const { container } = render(<RemarkText text={'$x^2$ and $\\frac{1$'} />);
  await vi.waitFor(() => expect(container.querySelector('math')).not.toBeNull(), PATIENT);
  expect([...container.querySelectorAll('code')].map((code) => code.textContent)).toEqual(['$\\frac{1$']);
});

it('makes nothing of what somebody else would have run', async () => {
  const evil =
    '<img src=x onerror=alert(1)><script>alert(1)</script> [x](javascript:alert(1)) ![y](/z.png) `<b>` ' +
    '$\\href{javascript:alert(1)}{x}$ $\\includegraphics{/z.png}$ $\\html<i>$ $y$';
  const { container } = render(<RemarkText text={evil} />);
  await vi.waitFor(() => expect(container.querySelector('math')).not.toBeNull(), PATIENT);
  expect(container.querySelector('img, script, a, b, i, iframe, [onerror], [href], [src]')).toBeNull();
  expect(container.textContent).toContain('<img src=x onerror=alert(1)><script>alert(1)</script>');
});
