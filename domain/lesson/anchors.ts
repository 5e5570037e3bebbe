/** Anchors of headings: readable, unique, stable; and the table of contents that they make. */
import GithubSlugger from 'github-slugger';
import type { z } from 'zod';
import type { tocEntry } from './compiled.ts';

export type TocEntry = z.infer<typeof tocEntry>;

/** Where anchors of headings come from: asked once per heading, in order. */
export type NextAnchor = (text: string, depth: number) => string | null;

export class Anchors {
  readonly toc: TocEntry[] = [];
  readonly #slugger = new GithubSlugger();
  readonly #taken: Set<string>;

  /** `taken`: ids that are on the page already (questions are anchors as well) */
  constructor(taken: readonly string[]) {
    this.#taken = new Set(taken);
    for (const id of taken) this.#slugger.slug(id);
  }

  /** The anchor of the next heading. */
  readonly next = (text: string, depth: number): string => {
    const id = this.#slugger.slug(text) || 'section';
    this.#taken.add(id);
    this.toc.push({ id, text, depth });
    return id;
  };

  has(id: string): boolean {
    return this.#taken.has(id);
  }
}
