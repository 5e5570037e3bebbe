/** A call of a command by who looks at a page, without its buttons. */
import type { Page } from '@playwright/test';
import { addressOf, outcomeIn, type Told } from '../support/calls.ts';

export async function callFrom<T extends object = Told>(
  { request }: Pick<Page, 'request'>,
  name: string,
  data: object,
): Promise<{ status: number; outcome: T }> {
  const response = await request.post(addressOf(name), { data });
  return { status: response.status(), outcome: outcomeIn<T>(await response.text()) };
}
