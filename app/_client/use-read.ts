'use client';
/** What a part of the desk shows of the server: read at first, again when told that it changed, and again every moment. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';

type Done<O> = Extract<O, { ok: true }>;

export interface Reading<O> {
  /** what came with the page: it is not read at first */
  initial?: Done<O> | undefined;
  /** there is something to read */
  asks?: boolean;
  /** another one: read again */
  changedBy?: unknown;
  /** after how long by itself, where it may change without a word; undefined: never */
  againMs?(seen: Done<O> | undefined): number | undefined;
  /** what was seen of another key stays until something of this one is: a list whose pages are turned does not flicker */
  keeps?: boolean;
}

export interface Read<O> {
  /** what was read last, also where reading it again was refused; undefined: nothing yet */
  seen: Done<O> | undefined;
  /** it was, the last time */
  refused: boolean;
  /** reads again now; an answer that is still on its way does not count any more */
  again(): Promise<void>;
}

/** @param key what is read: another key is another thing, of which nothing is known yet */
export function useRead<O extends { ok: boolean }>(
  key: readonly unknown[],
  ask: () => Promise<O>,
  { initial, asks = true, changedBy, againMs, keeps = false }: Reading<O> = {},
): Read<O> {
  const { data, isError, refetch } = useQuery<Done<O>>({
    queryKey: key,
    queryFn: async () => {
      const outcome = await ask();
      if (isDone(outcome)) return outcome;
      throw new Error('refused');
    },
    enabled: asks,
    refetchInterval: ({ state }) => againMs?.(state.data) ?? false,
    ...(initial === undefined ? {} : { initialData: () => initial }),
  });
  const client = useQueryClient();
  const name = JSON.stringify(key);
  const again = useCallback(async (): Promise<void> => {
    // the first one would be waited for, though it was asked before what is read again now
    await client.cancelQueries({ queryKey: JSON.parse(name), exact: true });
    await refetch();
  }, [client, name, refetch]);
  const before = useRef({ name, changedBy });
  useEffect(() => {
    const { current } = before;
    before.current = { name, changedBy };
    // what is new is read anyway
    if (asks && current.name === name && current.changedBy !== changedBy) void again();
  }, [asks, name, changedBy, again]);
  const last = useRef<Done<O>>(undefined);
  if (data !== undefined) last.current = data;
  return { seen: data ?? (keeps ? last.current : undefined), refused: isError, again };
}

function isDone<O extends { ok: boolean }>(outcome: O): outcome is Done<O> {
  return outcome.ok;
}
