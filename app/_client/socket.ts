'use client';
/** The one line of a page to its server. */
import type { Payload, Reply, RequestName } from '../../domain/protocol.ts';
import { type Dialogue, type NablaLine, openDialogue } from './dialogue.ts';

let page: Dialogue | undefined;

function pageDialogue(): Dialogue {
  page ??= openDialogue();
  return page;
}

export function connection(): NablaLine {
  return pageDialogue().line;
}

export function request<R extends RequestName>(name: R, payload: Payload<R>): Promise<Reply<R>> {
  return pageDialogue().request(name, payload);
}
