/**
 * Questions as a file by HTTP, beside the pages: `POST /exports` with what is wanted, as JSON. Who may have it is asked as for every
 * command; the file is sent piece by piece.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { database } from '../../db/client.ts';
import { selectOptionalBytes } from '../../db/pictures.ts';
import type { Export } from '../../domain/exchange/out/write.ts';
import { type Outcome, refusalOfFault, refuse } from '../../domain/refusal.ts';
import type { Environment } from '../env.ts';
import {
  type Exported,
  exportQuestions,
  exportQuiz,
  questionsWanted,
  quizWanted,
} from '../features/exporting/commands.ts';
import { courseWanted, exportCourse } from '../features/exporting/course.ts';
import { isOwnOrigin } from '../hosts.ts';
import type { Log } from '../log.ts';
import { EXPORTS, LARGEST_BODY } from '../requests.ts';
import { signedInByRequest } from '../session-cookie.ts';
import { bytesOf } from './stream.ts';

/** Each holds a connection to the database now and then, and one file of text in memory. */
const MOST_AT_ONCE = 4;
const wanted = z.union([questionsWanted, quizWanted, courseWanted]);
const STATUS: Record<string, number> = {
  notSignedIn: 401,
  notAllowed: 403,
  notFound: 404,
  badInput: 400,
  tooMany: 429,
  unavailable: 503,
};

export class ExportServer {
  readonly #env: Environment;
  readonly #log: Log;
  #sending = 0;

  constructor({ env, log }: { env: Environment; log: Log }) {
    this.#env = env;
    this.#log = log;
  }

  /** @returns false: it is asked for something else */
  serve(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.url !== EXPORTS || request.method !== 'POST') return false;
    void this.#answer(request, response).catch((error: unknown) => {
      const fault = String(request.headers['x-nabla-request'] ?? 'unknown');
      this.#log.error({ err: error, path: EXPORTS, request: fault }, 'an export failed');
      if (response.headersSent) response.destroy();
      else say(response, refusalOfFault(error, fault));
    });
    return true;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.#sending >= MOST_AT_ONCE) {
      request.resume();
      return say(response, refuse('tooMany'));
    }
    this.#sending++;
    try {
      const outcome = await this.#exported(request);
      if (!outcome.ok || 'told' in outcome) say(response, outcome);
      else await send(response, outcome.made);
    } finally {
      this.#sending--;
    }
  }

  async #exported(request: IncomingMessage): Promise<Outcome<Exported>> {
    if (!isOwnOrigin(request.headers, this.#env)) return refuse('notAllowed');
    const person = (await signedInByRequest(request))?.person;
    const read = wanted.safeParse(await bodyOf(request));
    if (person === undefined) return refuse('notSignedIn');
    if (!read.success) return refuse('badInput');
    if ('courseId' in read.data) return exportCourse(person, read.data);
    return 'quizId' in read.data ? exportQuiz(person, read.data) : exportQuestions(person, read.data);
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of request) {
      size += (part as Buffer).length;
      if (size > LARGEST_BODY) return undefined;
      parts.push(part as Buffer);
    }
    return JSON.parse(Buffer.concat(parts).toString());
  } catch {
    // the network went, or it is no JSON: refused as what does not fit
    return undefined;
  }
}

/** Endings and what they are; a browser saves each of them and opens none. */
const TYPES: Readonly<Record<string, string>> = {
  zip: 'application/zip',
  xml: 'application/xml',
  csv: 'text/csv; charset=utf-8',
  gift: 'text/plain; charset=utf-8',
};

async function send(response: ServerResponse, made: Export): Promise<void> {
  const ending = made.zipped ? 'zip' : (made.files[0]?.path.split('.').at(-1) ?? 'txt');
  response.writeHead(200, {
    'content-type': TYPES[ending] ?? 'application/octet-stream',
    // letters, digits and dashes alone
    'content-disposition': `attachment; filename="${made.name}.${ending}"`,
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  const pictures = (id: string): Promise<Uint8Array | undefined> => selectOptionalBytes(database(), id);
  await pipeline(bytesOf(made, pictures, new Date()), response).catch((error: NodeJS.ErrnoException) => {
    // whoever asked for it has gone
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}

function say(response: ServerResponse, outcome: Outcome<object>): void {
  if (response.destroyed) return;
  response.writeHead(outcome.ok ? 409 : (STATUS[outcome.refused] ?? 409), {
    'content-type': 'application/json',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(outcome));
}
