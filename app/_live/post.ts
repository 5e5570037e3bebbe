'use client';
/** Posts to one of our endpoints; a lost connection is an outcome like any other. */
import { type Outcome, refuse } from '../../domain/refusal.ts';

export async function post<T>(path: string, body: object): Promise<Outcome<T>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const outcome: Outcome<T> = await response.json();
    return outcome;
  } catch {
    return refuse('unavailable');
  }
}
