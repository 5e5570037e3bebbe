'use client';
/** A file on its way to the server, which makes a picture of it. It always ends with an outcome. */
import type { PictureSize } from '../../../../domain/pictures/address.ts';
import { LARGEST_FILE } from '../../../../domain/pictures/limits.ts';
import { type Outcome, refuse } from '../../../../domain/refusal.ts';

export interface SentPicture extends PictureSize {
  /** its address */
  picture: string;
  /** it moved: only its first picture is shown */
  stilled: boolean;
}

export async function sendPicture(file: Blob, signal?: AbortSignal): Promise<Outcome<SentPicture>> {
  if (file.size > LARGEST_FILE) return refuse('pictureRefused', 'large');
  try {
    const response = await fetch('/pictures', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      // its bytes: of a file a browser would add what it takes it for
      body: await file.arrayBuffer(),
      signal: signal ?? null,
    });
    if (response.status === 413) return refuse('pictureRefused', 'large');
    const told: unknown = await response.json();
    return isOutcome(told) ? told : refuse('unavailable');
  } catch {
    // the network went, somebody has thought better of it, or a proxy has answered in its own words
    return refuse('unavailable');
  }
}

/** A proxy in between may answer in its own words. */
function isOutcome(told: unknown): told is Outcome<SentPicture> {
  return typeof told === 'object' && told !== null && 'ok' in told && typeof told.ok === 'boolean';
}
