/**
 * Stored documents: questions, answers, verdicts and live states outlive the version of Nabla that wrote them. Each is stored with
 * the version of its schema, and reading brings an older one up to date, one pure step a version.
 *
 * A document without a version is of version 1: before there were any. Every shape that was ever stored lies in
 * tests/fixtures/documents/, and each build reads them all.
 */

/** What a document is once it is plain data, of whatever version. */
export type Fields = Readonly<Record<string, unknown>>;

/** Brings a document of one version to the next one. Pure; it throws for nothing that this version has ever written. */
export type Step = (older: Fields) => Fields;

type Stored<T> = T & { schemaVersion: number };

export interface DocumentFormat<T extends object> {
  /** the version that is written */
  version: number;
  /**
   * A document as the code of today knows it.
   * @throws NewerDocument where a later version of Nabla wrote it; what `parse` throws where it is none
   */
  read(stored: unknown): T;
  /** The same without a look at what it holds, where many are read at once: it was checked when it was written. */
  trust(stored: unknown): T;
  /** The document as it is stored. */
  write(document: T): Stored<T>;
}

/** How an error page knows a `NewerDocument`. */
export const STORED_LATER = 'stored-later';

/** A document that a later version of Nabla has written: it is left as it is, and nothing is guessed. */
export class NewerDocument extends Error {
  /** what Next tells an error page of it; nothing else of a fault leaves the server */
  readonly digest = STORED_LATER;

  constructor(name: string, found: number, known: number) {
    super(
      `This ${name} was stored by a later version of Nabla (its schema is ${found}, this version reads up to ${known}). ` +
        'Nothing is lost: start the later version again.',
    );
    this.name = 'NewerDocument';
  }
}

/**
 * @param name what it is called where it cannot be read
 * @param steps from version 1 to 2, from 2 to 3 …; none: there is version 1 only
 * @param parse from a document of today's version to its type; throws where it is none
 */
export function documentFormat<T extends object>(
  name: string,
  steps: readonly Step[],
  parse: (fields: Fields) => T,
): DocumentFormat<T> {
  const version = steps.length + 1;
  const upToDate = (stored: unknown): Fields => {
    const { schemaVersion = 1, ...fields } = fieldsOf(name, stored);
    if (typeof schemaVersion !== 'number' || schemaVersion < 1) throw new TypeError(`This ${name} has no version.`);
    if (schemaVersion > version) throw new NewerDocument(name, schemaVersion, version);
    return steps.slice(schemaVersion - 1).reduce<Fields>((document, step) => step(document), fields);
  };
  return {
    version,
    read: (stored) => parse(upToDate(stored)),
    trust: (stored) => upToDate(stored) as T,
    write: (document) => ({ schemaVersion: version, ...document }),
  };
}

function fieldsOf(name: string, stored: unknown): Fields {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored))
    throw new TypeError(`This ${name} is no document.`);
  return { ...stored };
}

/** The fields of a part of a document; none where it is no object. */
export function fieldsIn(part: unknown): Fields {
  return typeof part === 'object' && part !== null && !Array.isArray(part) ? { ...part } : {};
}

/** The parts of a list in a document. */
export function listOf(part: unknown): Fields[] {
  return Array.isArray(part) ? part.map(fieldsIn) : [];
}
