'use client';
/** A host's or a screen's view of a session, kept current; commands go the same way. */
import { useCallback, useEffect, useState } from 'react';
import type { HostCommand } from '../../../domain/live/advance.ts';
import type { Correction } from '../../../domain/live/correction.ts';
import type { HostView, ScreenView } from '../../../domain/live/views.ts';
import type { Message, Reply } from '../../../domain/protocol.ts';
import type { RefusalCode } from '../../../domain/refusal.ts';
import { connection, request } from '../../_client/socket.ts';
import { type ConnectionState, useConnection } from '../../_client/use-connection.ts';
import { type ServerClock, useServerClock } from './use-clock.ts';
import { isUndecided, useEntrance } from './use-entrance.ts';

interface Watched<V> {
  view: V | undefined;
  refused: RefusalCode | undefined;
  connection: ConnectionState;
  clock: ServerClock;
}

type RoomView = { host: HostView; screen: ScreenView };

function useRoom<R extends 'host' | 'screen'>(role: R, session: string): Watched<RoomView[R]> {
  const [view, setView] = useState<RoomView[R]>();
  const [refused, setRefused] = useState<RefusalCode>();
  const clock = useServerClock();
  const show = useCallback(
    (next: RoomView[R]) => setView((shown) => (shown !== undefined && shown.version > next.version ? shown : next)),
    [],
  );
  const come = useEntrance(async () => {
    void clock.measure();
    const reply = await enter(role, session);
    if (reply.ok) show(reply.view);
    if (reply.ok || !isUndecided(reply.refused)) setRefused(reply.ok ? undefined : reply.refused);
    return reply.ok ? undefined : reply.refused;
  });
  const state = useConnection(come, clock.measure, view?.phase === 'read' || view?.phase === 'question');
  useEffect(() => {
    const socket = connection();
    const received = (next: HostView | ScreenView): void => {
      if (next.session === session && isFor(role, next)) show(next);
    };
    const answered = ({ session: of, round, answered: count, who = [] }: Message<'answered'>): void => {
      if (of !== session) return;
      const at = clock.now();
      setView((shown) => (shown?.round === round ? { ...withTicks(shown, who, at), answered: count } : shown));
    };
    const graded = ({ session: id, round, ...progress }: Message<'graded'>): void => {
      if (id === session)
        setView((shown) => (shown?.round === round && 'progress' in shown ? { ...shown, progress } : shown));
    };
    socket.on('graded', graded);
    socket.on('host', received);
    socket.on('screen', received);
    socket.on('answered', answered);
    return () => {
      socket.off('graded', graded);
      socket.off('host', received);
      socket.off('screen', received);
      socket.off('answered', answered);
    };
  }, [role, session, show, clock]);
  return { view, refused, connection: state, clock };
}

/** Marks who has sent an answer by now; the next view says when exactly. */
function withTicks<V extends HostView | ScreenView>(view: V, who: readonly string[], at: number): V {
  if (!('people' in view) || who.length === 0) return view;
  const people = view.people.map((one) => (one.sentAt === null && who.includes(one.id) ? { ...one, sentAt: at } : one));
  return { ...view, people };
}

function isFor<R extends 'host' | 'screen'>(role: R, view: HostView | ScreenView): view is RoomView[R] {
  return view.role === role;
}

async function enter<R extends 'host' | 'screen'>(
  role: R,
  session: string,
): Promise<{ ok: true; view: RoomView[R] } | { ok: false; refused: RefusalCode }> {
  const reply = role === 'host' ? await request('host', { session }) : await request('screen', { session });
  if (!reply.ok) return reply;
  const view: HostView | ScreenView = reply.view;
  return isFor(role, view) ? { ok: true, view } : { ok: false, refused: 'notFound' };
}

export function useScreen(session: string): Watched<ScreenView> {
  return useRoom('screen', session);
}

const correctionIn = (reply: Reply<'correct'>): Correction | undefined => (reply.ok ? reply.correction : undefined);

const sessionIn = (reply: Reply<'again'>): string | undefined => (reply.ok ? reply.session : undefined);

export interface HostRoom extends Watched<HostView> {
  command(command: HostCommand): Promise<void>;
  seat(player: string, removed: boolean): Promise<void>;
  /** so many rehearsal players; 0 takes them out */
  rehearse(players: number): Promise<void>;
  /** @returns whether the room has another host now */
  handOver(login: string): Promise<boolean>;
  /** what the published version of the lesson changes here; with `apply` it does. @returns undefined where refused */
  correct(apply: boolean): Promise<Correction | undefined>;
  /** opens a room with the same questions. @returns its session; undefined where refused */
  again(): Promise<string | undefined>;
  /** what the last command was refused for */
  complaint: RefusalCode | undefined;
  busy: boolean;
}

/** A room as its host has it: what they see, and what they order. */
export function useHost(session: string): HostRoom {
  const room = useRoom('host', session);
  const [complaint, setComplaint] = useState<RefusalCode>();
  /** how many orders are on their way */
  const [ordered, setOrdered] = useState(0);
  const run = async (work: Promise<{ ok: true } | { ok: false; refused: RefusalCode }>): Promise<boolean> => {
    setOrdered((before) => before + 1);
    const reply = await work;
    setOrdered((before) => before - 1);
    setComplaint(reply.ok ? undefined : reply.refused);
    return reply.ok;
  };
  return {
    ...room,
    complaint,
    busy: ordered > 0,
    command: async (command) => void (await run(request('command', { session, command }))),
    seat: async (player, removed) => void (await run(request('seat', { session, player, removed }))),
    rehearse: async (players) => void (await run(request('rehearse', { session, players }))),
    async correct(apply) {
      const asked = request('correct', { session, apply });
      return (await run(asked)) ? correctionIn(await asked) : undefined;
    },
    async again() {
      const asked = request('again', { session });
      return (await run(asked)) ? sessionIn(await asked) : undefined;
    },
    handOver: (login) => run(request('handOver', { session, login })),
  };
}
