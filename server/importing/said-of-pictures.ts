/** What is said of pictures of a file once somebody has tried to decode them. */
import { createHash } from 'node:crypto';
import type { Picture } from '../../domain/exchange/foreign.ts';
import { type Remark, remark } from '../../domain/exchange/remark.ts';
import { LOOKING, type Looked, lookAtPictures } from '../pictures/look-at-pictures.ts';

/** There was no time or memory for it. */
export const UNSEEN = 'picture.unseen';

const CODES: Record<NonNullable<Looked>, string> = {
  unknown: 'picture.unknown',
  heic: 'picture.heic',
  megapixels: 'picture.megapixels',
  large: 'picture.large',
  broken: 'picture.broken',
  unseen: UNSEEN,
  heavy: UNSEEN,
  quota: UNSEEN,
  busy: UNSEEN,
};

/**
 * Looks at each once.
 * @param isStored of one that is stored here already nothing has to be asked
 * @returns what is said of one of them; null: it can be read
 */
export async function saidOfPictures(
  pictures: readonly Picture[],
  isStored: (bytes: Uint8Array) => boolean,
  limits = LOOKING,
): Promise<(picture: Picture) => Remark | null> {
  const each = new Map(
    pictures.flatMap(({ bytes }) => (bytes === null || isStored(bytes) ? [] : [[hashOf(bytes), bytes] as const])),
  );
  const looked = await lookAtPictures([...each.values()], limits);
  const byHash = new Map([...each.keys()].map((hash, index) => [hash, looked[index] ?? null]));
  return ({ name, bytes }) => {
    const of = bytes === null ? null : (byHash.get(hashOf(bytes)) ?? null);
    return of === null ? null : remark(CODES[of], { name });
  };
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');
