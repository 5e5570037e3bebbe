'use client';
/**
 * A few short tones for what happens in a room, made by the browser itself. Off until somebody turns them on, on this
 * device; then the choice is kept. The words and colours on the page say all of it without them.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Phase } from '../../../domain/live/state.ts';
import { keepItem, keptItem } from '../../_client/kept-item.ts';

const KEY = 'nabla-sounds';
/** The last seconds of a question tick. */
const TICKS_FROM = 5;
const VOLUME = 0.12;

interface Tone {
  hertz: number;
  /** from the start of the sound, in seconds */
  at: number;
  seconds: number;
}

const tones = (each: number, ...hertz: number[]): Tone[] =>
  hertz.map((one, place) => ({ hertz: one, at: place * each, seconds: each * 1.6 }));

/** By the phase that begins; the others are silent. */
const SOUNDS: Partial<Record<Phase, Tone[]>> = {
  question: tones(0.11, 523, 659),
  discuss: tones(0.14, 587, 440),
  reveal: tones(0.16, 784, 659, 523),
  standings: tones(0.1, 523, 587, 659),
  podium: tones(0.14, 523, 659, 784, 1047),
};
const TICK: Tone[] = [{ hertz: 880, at: 0, seconds: 0.05 }];

export interface Sounds {
  on: boolean;
  turn(on: boolean): void;
}

/**
 * @param phase of the room; undefined while nothing is shown yet
 * @param seconds left until the bell; null: no clock runs
 */
export function useSounds(phase: Phase | undefined, seconds: number | null): Sounds {
  const [on, setOn] = useState(false);
  const context = useRef<AudioContext | undefined>(undefined);
  const before = useRef(phase);
  const play = useCallback((sound: Tone[] | undefined): void => {
    if (sound === undefined) return;
    context.current ??= new AudioContext();
    // a page that nobody has touched yet may not sound: the browser keeps it asleep, and so do we
    if (context.current.state === 'suspended') void context.current.resume().catch(() => undefined);
    for (const tone of sound) sing(context.current, tone);
  }, []);
  useEffect(() => setOn(keptItem(KEY) === 'on'), []);
  useEffect(() => {
    const begins = phase !== before.current && before.current !== undefined;
    before.current = phase;
    if (on && begins && phase !== undefined) play(SOUNDS[phase]);
  }, [on, phase, play]);
  useEffect(() => {
    if (on && phase === 'question' && seconds !== null && seconds > 0 && seconds <= TICKS_FROM) play(TICK);
  }, [on, phase, seconds, play]);
  useEffect(() => () => void context.current?.close(), []);
  const turn = (next: boolean): void => {
    keepItem(KEY, next ? 'on' : 'off');
    setOn(next);
    // the click that turns it on is what the browser asks for before it lets a page sound
    if (next) play(SOUNDS.question);
  };
  return { on, turn };
}

function sing(context: AudioContext, { hertz, at, seconds }: Tone): void {
  const start = context.currentTime + at;
  const [wave, loudness] = [context.createOscillator(), context.createGain()];
  wave.type = 'triangle';
  wave.frequency.value = hertz;
  loudness.gain.setValueAtTime(0, start);
  loudness.gain.linearRampToValueAtTime(VOLUME, start + 0.01);
  loudness.gain.exponentialRampToValueAtTime(0.001, start + seconds);
  wave.connect(loudness).connect(context.destination);
  wave.start(start);
  wave.stop(start + seconds);
}
