import 'server-only';
/** What the regrade pages show, for those who may; to others they do not exist. */
import { notFound } from 'next/navigation';
import { z } from 'zod';
import type { Person } from '../../domain/people/person.ts';
import { readRegrade, readRegradeOffer } from '../../server/features/regrading/queries.ts';

/** The offer, with the regrade that was asked for, else the one that is open. */
export async function readRegradePage(
  viewer: Person,
  scope: { lessonId: string; classId: string | null },
  asked: string | undefined,
) {
  if (!z.uuid().safeParse(scope.lessonId).success) notFound();
  const read = await readRegradeOffer(viewer, scope);
  if (!read.ok) notFound();
  const { offer } = read;
  const shown = offer.regrades.find((one) => one.id === asked) ?? offer.regrades.find((one) => one.state === 'open');
  const found = shown === undefined ? undefined : await readRegrade(viewer, { regrade: shown.id });
  return { offer, view: found?.ok === true ? found.view : null };
}
