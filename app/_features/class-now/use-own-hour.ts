'use client';
/** The hour that one's class is in: heard as it changes, and read again at each connection, since something may have been missed. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { OwnHour } from '../../../domain/class-now/hour.ts';
import type { Message } from '../../../domain/protocol.ts';
import type { RefusalCode } from '../../../domain/refusal.ts';
import { calls } from '../../_client/calls.ts';
import { connection, request } from '../../_client/socket.ts';
import { useEntrance } from '../live/use-entrance.ts';
import { withHour, withReading } from './own-hours.ts';

export interface OwnHourModel {
  /** null: none of one's classes works together now */
  own: OwnHour | null;
  busy: boolean;
  /** why a hand could not be raised or lowered */
  refused: RefusalCode | undefined;
  raise(): Promise<void>;
  lower(): Promise<void>;
}

/** @returns the newest of one's classes' hours */
export function useOwnHour(): OwnHourModel {
  const [hours, setHours] = useState<readonly OwnHour[]>([]);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<RefusalCode>();
  /** of which classes something was heard since the reading began that is on its way: it may be older */
  const heard = useRef(new Set<string>());
  const read = useCallback(async (): Promise<RefusalCode | undefined> => {
    const since = new Set<string>();
    heard.current = since;
    const reading = await calls.now.own.mutate({});
    if (!reading.ok) return reading.refused;
    // another one has begun meanwhile, and is newer
    if (heard.current === since) setHours((before) => withReading(before, reading.hours, since));
    return undefined;
  }, []);
  const enter = useEntrance(async () => {
    // first heard, then read
    const reply = await request('follow', {});
    return reply.ok ? read() : reply.refused;
  });
  useEffect(() => {
    const socket = connection();
    const told = ({ class: classId, hour, learns }: Message<'hour'>): void => {
      // who assists in a class is neither paused nor brought there
      if (!learns) return;
      heard.current.add(classId);
      setHours((before) => withHour(before, classId, hour));
    };
    const hands = (): void => void read();
    socket.on('connect', enter);
    socket.on('hour', told);
    socket.on('hands', hands);
    if (socket.connected) enter();
    return () => {
      socket.off('connect', enter);
      socket.off('hour', told);
      socket.off('hands', hands);
    };
  }, [enter, read]);
  const own = hours[0] ?? null;
  const act = async (how: () => Promise<{ ok: true } | { ok: false; refused: RefusalCode }>): Promise<void> => {
    setBusy(true);
    setRefused(undefined);
    const done = await how();
    if (!done.ok) setRefused(done.refused);
    await read();
    setBusy(false);
  };
  return {
    own,
    busy,
    refused,
    raise: async () => {
      if (own !== null) await act(() => calls.now.raise.mutate({ hourId: own.hour.id }));
    },
    lower: async () => {
      const hand = own?.hand;
      if (hand != null) await act(() => calls.now.lower.mutate({ hand: hand.id }));
    },
  };
}
