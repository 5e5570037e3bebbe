/** The pictures of questions that are taken from a file: read like those that somebody puts in, and stored with what shows them. */
import { createHash, randomUUID } from 'node:crypto';
import { database, type Queryable } from '../../../db/client.ts';
import { type NewPicture, selectByHash, storePicture } from '../../../db/pictures.ts';
import type { Picture } from '../../../domain/exchange/foreign.ts';
import { MOST } from '../../../domain/exchange/limits.ts';
import { type Remark, remark } from '../../../domain/exchange/remark.ts';
import type { Person } from '../../../domain/people/person.ts';
import { writtenPicture } from '../../../domain/pictures/address.ts';
import { readPicture } from '../../pictures/read-picture.ts';

/** With the address that it has or will have. */
export type ReadyPicture = NewPicture & { id: string };
/** By the hash of the file's bytes, in hexadecimal. */
export type ReadyPictures = ReadonlyMap<string, ReadyPicture>;

const sha256 = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(createHash('sha256').update(bytes).digest());
const nameOf = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');

/** Those of a file that are stored already, by the names of their bytes: what we made ourselves comes back to the letter. */
export async function knownPictures(pictures: readonly Picture[]): Promise<Map<string, { id: string } & Sized>> {
  const hashes = new Map(pictures.flatMap(({ bytes }) => (bytes === null ? [] : [[nameOf(sha256(bytes)), bytes]])));
  if (hashes.size === 0) return new Map();
  const found = await selectByHash(
    database(),
    [...hashes.keys()].map((name) => Uint8Array.from(Buffer.from(name, 'hex'))),
  );
  return new Map(found.map(({ hash, ...picture }) => [nameOf(hash), picture]));
}
type Sized = { width: number; height: number };

/** Whether one of them is stored already, as `knownPictures` found. */
export const isAmong =
  (known: ReadonlyMap<string, unknown>) =>
  (bytes: Uint8Array): boolean =>
    known.has(nameOf(sha256(bytes)));

/** Reads each once, one after the other; nothing is stored yet. @returns a remark: which one cannot be had, and why */
export async function readAll(pictures: readonly Picture[]): Promise<ReadyPictures | Remark> {
  const ready = new Map<string, ReadyPicture>();
  const known = await knownPictures(pictures);
  const unique = new Map(
    pictures.flatMap(({ name, bytes }) => (bytes === null ? [] : [[nameOf(sha256(bytes)), { name, bytes }] as const])),
  );
  if (unique.size > MOST.pictures) return remark('picture.many', { found: unique.size, most: MOST.pictures });
  for (const [hash, { name, bytes }] of unique) {
    const there = known.get(hash);
    if (there !== undefined) {
      ready.set(hash, { ...there, hash: sha256(bytes), bytes: Uint8Array.from(bytes) });
      continue;
    }
    const read = await readPicture(bytes);
    if (!read.ok) {
      const reason = read.field ?? 'broken';
      return remark(`pictureCannot.${reason}`, { name });
    }
    const { width, height } = read;
    const made = Uint8Array.from(read.bytes);
    ready.set(hash, { id: randomUUID(), hash: sha256(made), bytes: made, width, height });
  }
  // what was made of a file may be there already, under its own address
  const others = await selectByHash(
    database(),
    [...ready.values()].map((one) => one.hash),
  );
  const byHash = new Map(others.map((one) => [nameOf(one.hash), one.id]));
  for (const [name, one] of ready) ready.set(name, { ...one, id: byHash.get(nameOf(one.hash)) ?? one.id });
  return ready;
}

/** A text with the addresses of its pictures in place of those that it was read with. */
export function withAddresses(
  document: string,
  pictures: readonly Picture[],
  ready: ReadonlyMap<string, { id: string }>,
): string {
  let text = document;
  for (const { id, bytes } of pictures) {
    const stored = bytes === null ? undefined : ready.get(nameOf(sha256(bytes)));
    if (id !== null && stored !== undefined) text = text.replaceAll(writtenPicture(id), writtenPicture(stored.id));
  }
  return text;
}

/** Those of a question, ready to be stored. */
export const readyOf = (pictures: readonly Picture[], ready: ReadyPictures): ReadyPicture[] => [
  ...new Set(
    pictures.flatMap(({ bytes }) => {
      const one = bytes === null ? undefined : ready.get(nameOf(sha256(bytes)));
      return one === undefined ? [] : [one];
    }),
  ),
];

/** What was looked at is not as it was. */
export class Overtaken extends Error {}
/** An account holds so many pictures. */
export class QuotaReached extends Error {}

/** Stores each once, in the caller's transaction. @throws Overtaken, QuotaReached */
export async function storeReady(tx: Queryable, person: Person, pictures: readonly ReadyPicture[]): Promise<void> {
  const kept = new Map(pictures.map((picture) => [picture.id, picture] as const));
  for (const picture of kept.values()) {
    const id = await storePicture(tx, person.id, picture);
    if (id === null) throw new QuotaReached();
    // somebody has put the same one in just now: the texts name another address
    if (id !== picture.id) throw new Overtaken();
  }
}
