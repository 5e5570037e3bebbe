/** Fetches questions or a course as a file, and hands it to the browser to be saved. */
import type { OutFormat } from '../../domain/exchange/out/formats.ts';
import type { Remark } from '../../domain/exchange/remark.ts';
import { type Outcome, type Refused, refuse } from '../../domain/refusal.ts';

/** Which questions. */
export type Wanted = { questionIds: readonly string[] } | { quizId: string };

/** @returns why there is no file; undefined: it is being saved */
export async function saveExport(
  asked: (Wanted & { format: OutFormat }) | { courseId: string },
): Promise<Refused | { told: Remark } | undefined> {
  try {
    const response = await fetch('/exports', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asked),
    });
    if (!response.ok) return refusalIn(await response.json());
    const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'questions';
    saveFile(await response.blob(), name);
    return undefined;
  } catch {
    // the network went, or a proxy in between has answered in its own words
    return refuse('unavailable');
  }
}

function refusalIn(outcome: Outcome<{ told: Remark }>): Refused | { told: Remark } {
  return outcome.ok ? { told: outcome.told } : outcome;
}

/** How long a browser may take to begin with it. */
const BEGIN_MS = 60_000;

/** Hands a file to the browser to be saved. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), BEGIN_MS);
}
