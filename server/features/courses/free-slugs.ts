/** Addresses for what is made together, drawn before it is: none that anything has or had, and no two the same. */
import type { Queryable } from '../../../db/client.ts';
import { selectSlugsLike } from '../../../db/course-tree.ts';
import { freeSlug, type Sort } from '../../../domain/courses/slug.ts';

/** As much of a slug as its numbered brothers have. */
const BEGINS = 60;

export class FreeSlugs {
  readonly #where: { of: Sort; courseId: string | null };
  readonly #given = new Set<string>();

  /** @param courseId of levels: whose */
  constructor(of: Sort, courseId: string | null = null) {
    this.#where = { of, courseId };
  }

  /** The one that is wanted, or its first brother that is free. */
  async free(db: Queryable, wanted: string): Promise<string> {
    const taken = await selectSlugsLike(db, this.#where, wanted.slice(0, BEGINS));
    const slug = freeSlug(wanted, (one) => taken.has(one) || this.#given.has(one));
    this.#given.add(slug);
    return slug;
  }

  /** Whether nobody has taken one of them meanwhile: asked once courses change one at a time. */
  async areFree(db: Queryable): Promise<boolean> {
    for (const slug of this.#given) if ((await selectSlugsLike(db, this.#where, slug)).has(slug)) return false;
    return true;
  }
}
