'use client';
/**
 * What an author is writing: kept on this device at each change and on the server a moment later, so that it is there on another
 * one too. The newer of the two is shown; the other one, where it would be lost, is offered.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftOf, HeldDraft, OtherAuthor } from '../../../domain/drafting.ts';
import { type KeptSource, useKeptSource } from '../courses/use-kept-source.ts';
import { draftMark, forgetMark, keepMark, keptLesson } from '../outbox/kept-lessons.ts';
import { DraftKeeper, type DraftWays, type Stand, type Typed } from './draft-keeper.ts';
import { nameOf, waysOf } from './draft-ways.ts';

/** A text of one's own that is not the one shown. */
interface OtherText {
  source: string;
  base: number;
  /** 0: it is not known when it was typed */
  at: number;
  /** it was kept on this device */
  here: boolean;
}

/** Where what is typed is: on the server, on the way there, waiting for it, on this device only, or on this page only. */
export type DraftStand = Stand | 'page';

export interface AuthorDraft extends Omit<KeptSource, 'settle'> {
  /** the version that the text was made of */
  base: number;
  stand: DraftStand;
  /** when the server had it last */
  savedAt: number | null;
  /** it is shown because it was typed elsewhere: when; until something is typed */
  from: number | undefined;
  other: OtherText | undefined;
  /** what is shown was published or thrown away in another window, and is kept here alone */
  ended: boolean;
  /** It becomes the draft again. */
  keepEnded(): void;
  /** Shows the other text, and offers this one. */
  takeOther(): void;
  /** It is known what that version says: publishing goes on from it. */
  goOnFrom(version: number): void;
  others: readonly OtherAuthor[];
  /** `text` is published now, as this version */
  settle(text: string, version: number): void;
}

interface Drafting {
  user: string;
  thing: DraftOf;
  /** what `published` is; 0: nothing is published */
  version: number;
  /** may this account change the thing? Else nothing is brought to the server */
  shared: boolean;
}

export function useAuthorDraft({ user, thing, version, shared }: Drafting, published: string): AuthorDraft {
  const name = nameOf(thing);
  const device = useKeptSource({ user, lessonId: name }, published);
  const [base, setBase] = useState(version);
  const [stand, setStand] = useState<Stand>(shared ? 'waits' : 'here');
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [from, setFrom] = useState<number>();
  const [other, setOther] = useState<OtherText>();
  const [ended, setEnded] = useState(false);
  const [others, setOthers] = useState<readonly OtherAuthor[]>([]);
  /** the text that is not published, as it is now; null: there is none */
  const local = useRef<Typed | null>(null);
  /** when what is shown was typed, where the server had it from here: other windows share the marks of the device */
  const had = useRef<number | null>(null);
  const origin = useRef({ source: published, version });
  const keeper = useRef<DraftKeeper>(undefined);
  const onDevice = useRef(device);
  onDevice.current = device;

  const mark = useCallback(
    (text: Typed, follows: number | null): void =>
      keepMark(user, name, {
        at: text.at,
        base: text.base,
        follows,
        sent: draftMark(user, name)?.sent ?? null,
        ended: false,
      }),
    [user, name],
  );
  /** It is typed, or chosen: the server is to have it. */
  const put = useCallback(
    (source: string, of: number): void => {
      const at = keeper.current?.now() ?? Date.now();
      local.current = { source, base: of, at };
      setBase(of);
      setEnded(false);
      mark(local.current, draftMark(user, name)?.follows ?? null);
      keeper.current?.type(local.current);
    },
    [user, name, mark],
  );
  /** Nothing is left of it that is not published. */
  const end = useCallback((): void => {
    const at = keeper.current?.now() ?? Date.now();
    const before = draftMark(user, name);
    local.current = null;
    setSavedAt(null);
    setEnded(false);
    setBase(origin.current.version);
    if (keeper.current === undefined) forgetMark(user, name);
    else
      keepMark(user, name, { at, base: 0, follows: before?.follows ?? null, sent: before?.sent ?? null, ended: true });
    keeper.current?.end(at);
  }, [user, name]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is published is read once, when the page comes
  useEffect(() => {
    const before = draftMark(user, name);
    const kept = keptLesson(user, name);
    local.current = kept === null ? null : { source: kept, base: before?.base ?? version, at: before?.at ?? 0 };
    if (local.current !== null) setBase(local.current.base);
    if (!shared) return;
    const isSaved = (): boolean => {
      const now = draftMark(user, name);
      return now !== null && now.follows === now.at && now.at === local.current?.at;
    };
    const take = (at: number, text: { source: string; base: number }): void => {
      onDevice.current.write(text.source);
      local.current = { ...text, at };
      had.current = at;
      mark(local.current, at);
      setBase(text.base);
      setFrom(at);
      setSavedAt(at);
      setStand('saved');
    };
    /** Of a text from elsewhere: the server has it, and it is not what stands here. */
    const met = (at: number, text: { source: string; base: number }, first: boolean): void => {
      const mine = local.current;
      if (mine === null && text.source === origin.current.source) {
        // published meanwhile, from elsewhere: it is nothing of anybody's own
        end();
      } else if (mine?.source === text.source) {
        local.current = { ...mine, at };
        had.current = at;
        mark(local.current, at);
        setSavedAt(at);
        setStand('saved');
      } else if (first && (mine === null || at > mine.at)) {
        if (mine !== null && !isSaved()) setOther({ ...mine, here: true });
        take(at, text);
      } else if (first && mine !== null) {
        const known = draftMark(user, name);
        if (known?.follows !== at && known?.sent !== at) setOther({ ...text, at, here: false });
        mine.at ||= now.now();
        now.type(mine);
      } else setOther({ ...text, at, here: false });
    };
    /** Published or thrown away, from elsewhere. */
    const gone = (at: number, first: boolean): void => {
      const mine = local.current;
      if (mine === null) return;
      // what was typed since, or never brought there, is no part of it
      if (first ? !isSaved() : mine.at !== had.current) put(mine.source, mine.base);
      else if (!first) {
        // somebody sees it here: it stays, also if the page goes, until they say what becomes of it
        onDevice.current.write(mine.source);
        keepMark(user, name, { at: mine.at, base: mine.base, follows: null, sent: null, ended: false });
        setStand('here');
        setEnded(true);
      } else if (at < mine.at) setStand('here');
      else {
        local.current = null;
        forgetMark(user, name);
        onDevice.current.discard();
        setBase(origin.current.version);
      }
    };
    const ways = waysOf(user, thing);
    const save: DraftWays['save'] = (typed, leaving, follows) => {
      const known = draftMark(user, name);
      if (known !== null && !known.ended) keepMark(user, name, { ...known, sent: typed.at });
      return ways.save(typed, leaving, follows);
    };
    const now = new DraftKeeper(
      { ...ways, save },
      {
        met(draft: HeldDraft | null, first) {
          if (draft === null) {
            if (local.current === null) return;
            local.current.at ||= now.now();
            now.type(local.current);
          } else if (now.ending !== null && draft.at <= now.ending) return;
          else if (draft.text === null) gone(draft.at, first);
          else met(draft.at, draft.text, first);
        },
        saved(typed, at) {
          setSavedAt(at);
          if (local.current?.at === typed.at) {
            local.current = { ...typed, at };
            had.current = at;
            setStand('saved');
          }
          if (local.current !== null) mark(local.current, at);
        },
        ended: () => {
          if (local.current === null) forgetMark(user, name);
        },
        others: setOthers,
        stands: setStand,
      },
      { typed: before?.at ?? 0, sent: [before?.follows, before?.sent].flatMap((at) => at ?? []) },
    );
    keeper.current = now;
    if (before?.ended === true && kept === null) now.end(before.at);
    now.start();
    const hurry = (): void => now.hurry();
    const turn = (): void => (document.visibilityState === 'visible' ? now.hurry() : now.leave());
    const leave = (): void => now.leave();
    for (const event of ['online', 'focus', 'pageshow']) addEventListener(event, hurry);
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', turn);
    return () => {
      for (const event of ['online', 'focus', 'pageshow']) removeEventListener(event, hurry);
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', turn);
      now.stop();
      keeper.current = undefined;
    };
  }, [user, name, shared]);

  const { write: keep } = device;
  const write = useCallback(
    (text: string): void => {
      keep(text);
      setFrom(undefined);
      if (text !== origin.current.source) put(text, local.current?.base ?? origin.current.version);
      else if (local.current !== null) end();
    },
    [keep, put, end],
  );
  return {
    ...device,
    base,
    stand: stand !== 'saved' && !device.lasts ? 'page' : stand,
    savedAt,
    from,
    other,
    ended,
    keepEnded() {
      if (local.current !== null) put(local.current.source, local.current.base);
    },
    others,
    write,
    settle(text, number) {
      device.settle(text);
      origin.current = { source: text, version: number };
      if (local.current === null || local.current.source === text) end();
      else put(local.current.source, number);
      // what another window has typed is no part of it: publishing ended the one draft that there is, and this one is put back
      const now = keeper.current;
      if (other === undefined || other.here || other.source === text || local.current !== null) return;
      now?.type({ source: other.source, base: other.base, at: now.now() });
    },
    discard() {
      device.discard();
      setFrom(undefined);
      end();
    },
    claim() {
      device.claim();
      const text = keptLesson(user, name);
      if (text !== null) put(text, version);
    },
    takeOther() {
      if (other === undefined) return;
      const mine = local.current;
      setOther(mine === null ? undefined : { ...mine, here: false });
      setFrom(undefined);
      keep(other.source);
      put(other.source, other.base);
    },
    goOnFrom(number) {
      if (local.current !== null) put(local.current.source, number);
      else setBase(number);
    },
  };
}
