/** Steps, told as they go: one plain line when a step is done, whether there is a terminal or not. */
import { Refusal } from './refusal.ts';

export type Step = <T>(name: string, work: (say: (line: string) => void) => Promise<T>) => Promise<T>;

export const step: Step = async (name, work) => {
  const started = performance.now();
  const slow = setTimeout(() => process.stdout.write(`… ${name}\n`), 1500);
  try {
    const result = await work((line) => process.stdout.write(`  ${line}\n`));
    process.stdout.write(`✓ ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)\n`);
    return result;
  } finally {
    clearTimeout(slow);
  }
};

/** The sentence for an error: ours as it stands, others shortened to what a person can use. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  if (/ENOSPC|No space left/.test(message)) return 'The disk is full: make room and start again.';
  return message.split('\n')[0] ?? message;
}
