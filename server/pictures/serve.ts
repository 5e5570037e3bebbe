/**
 * Pictures by HTTP, beside the pages: `POST /pictures` puts one in, `GET /pictures/<address>` shows one to who may see it. A file of
 * 20 MB is taken only from somebody who may put one in, and few at a time.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Person } from '../../domain/people/person.ts';
import { pictureOfPath } from '../../domain/pictures/address.ts';
import { LARGEST_FILE } from '../../domain/pictures/limits.ts';
import { type Outcome, type Refused, refusalOfFault, refuse } from '../../domain/refusal.ts';
import type { Environment } from '../env.ts';
import { authorise } from '../features/contract.ts';
import { type AddedPicture, addPicture, mayAddNow } from '../features/pictures/add.ts';
import { readPictureFor } from '../features/pictures/read.ts';
import { isOwnOrigin } from '../hosts.ts';
import type { Rooms } from '../live/rooms.ts';
import type { Log } from '../log.ts';
import { PICTURES } from '../requests.ts';
import { signedInByRequest } from '../session-cookie.ts';
import { seatsOfRequest } from './seats.ts';

const MOST_AT_ONCE = 6;
/** A year: what an address shows never changes. Nobody but the browser that asked may keep it. */
const FOR_EVER = 'private, max-age=31536000, immutable';
const STATUS: Record<string, number> = {
  notSignedIn: 401,
  notAllowed: 403,
  badInput: 400,
  tooMany: 429,
  unavailable: 503,
};

export interface PictureServices {
  env: Environment;
  rooms: Rooms;
  log: Log;
}

export class PictureServer {
  readonly #services: PictureServices;
  #receiving = 0;

  constructor(services: PictureServices) {
    this.#services = services;
  }

  /** @returns false: it is asked for something else */
  serve(request: IncomingMessage, response: ServerResponse): boolean {
    const path = request.url ?? '';
    const id = pictureOfPath(path);
    if (id !== null && (request.method === 'GET' || request.method === 'HEAD')) {
      void this.#show(request, response, id).catch((error: unknown) => {
        this.#fault(request, error);
        if (!response.headersSent) response.writeHead(503, PLAIN);
        response.end();
      });
      return true;
    }
    if (path !== PICTURES || request.method !== 'POST') return false;
    void this.#take(request)
      .catch((error: unknown) => refusalOfFault(error, this.#fault(request, error)))
      .then((outcome) => answer(request, response, outcome));
    return true;
  }

  async #show(request: IncomingMessage, response: ServerResponse, id: string): Promise<void> {
    const { env, rooms } = this.#services;
    const [signedIn, seats] = await Promise.all([signedInByRequest(request), seatsOfRequest(request, env)]);
    const bytes = await readPictureFor(rooms, { person: signedIn?.person, seats }, id);
    if (bytes === undefined) {
      response.writeHead(404, PLAIN);
      response.end();
      return;
    }
    response.writeHead(200, {
      'content-type': 'image/webp',
      'content-length': bytes.length,
      'cache-control': FOR_EVER,
      // opened by itself it is a picture, and nothing else
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
    });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  }

  async #take(request: IncomingMessage): Promise<Outcome<AddedPicture>> {
    const { env } = this.#services;
    if (!isOwnOrigin(request.headers, env)) return refuse('notAllowed');
    const asked = await authorise((await signedInByRequest(request))?.person, addsPictures, {});
    if (!asked.ok) return asked;
    // no form of another site can send this
    if (request.headers['content-type'] !== 'application/octet-stream') return refuse('badInput');
    if (!(await mayAddNow(asked.person))) return refuse('tooMany');
    if (this.#receiving >= MOST_AT_ONCE) return refuse('pictureRefused', 'busy');
    this.#receiving++;
    try {
      const file = await received(request);
      return 'refused' in file ? file : await addPicture(asked.person, file);
    } finally {
      this.#receiving--;
    }
  }

  #fault(request: IncomingMessage, error: unknown): string {
    const fault = String(request.headers['x-nabla-request'] ?? 'unknown');
    this.#services.log.error({ err: error, path: PICTURES, request: fault }, 'a picture failed');
    return fault;
  }
}

/** Teachers, and whoever a course was given to. */
const addsPictures = {
  action: 'picture.add',
  standing: async ({ edits }: Person) => ({ relation: { edits: edits === true }, found: undefined }),
} as const;

const PLAIN = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };

async function received(request: IncomingMessage): Promise<Buffer | Refused> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of request) {
      size += (part as Buffer).length;
      if (size > LARGEST_FILE) return refuse('pictureRefused', 'large');
      parts.push(part as Buffer);
    }
  } catch {
    // the network went, or its sender has thought better of it
    return refuse('unavailable');
  }
  return Buffer.concat(parts);
}

/** Whoever is refused while they still send is not one of our pages: what follows is not waited for. */
const STRANGERS = new Set(['notSignedIn', 'notAllowed', 'badInput']);

function answer(request: IncomingMessage, response: ServerResponse, outcome: Outcome<AddedPicture>): void {
  if (response.destroyed) return;
  const isStranger = !outcome.ok && (STRANGERS.has(outcome.refused) || outcome.field === 'large');
  // a browser that is told to stop before it has sent all hears nothing
  if (!isStranger) request.resume();
  response.writeHead(outcome.ok ? 200 : (STATUS[outcome.refused] ?? 409), {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    ...(isStranger ? { connection: 'close' } : {}),
  });
  response.end(JSON.stringify(outcome));
}
