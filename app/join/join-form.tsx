'use client';
/** Code, then name, then in. Who has a seat in that room already goes straight to it. */
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { friendlyName, readNickname } from '../../domain/live/nickname.ts';
import type { Refused } from '../../domain/refusal.ts';
import { Button } from '../_components/button.tsx';
import { Field } from '../_components/field.tsx';
import { keepItem, keptItem } from '../_live/kept-item.ts';
import { seatKey } from '../_live/seat-key.ts';
import { request } from '../_live/socket.ts';
import { keepLinkKey, withLinkKey } from './link-key.ts';

const NAME_KEY = 'nabla-nickname';

export function JoinForm({ code: given, name }: { code: string; name: string }) {
  const t = useTranslations('live.join');
  const words = useTranslations('refusals');
  const [code, setCode] = useState(given);
  const [nickname, setNickname] = useState(() => firstNameOf(name));
  const [room, setRoom] = useState<string>();
  const [named, setNamed] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const [busy, setBusy] = useState(false);
  const begun = useRef(false);

  const find = async (digits: string): Promise<void> => {
    setBusy(true);
    setRefused(undefined);
    const reply = await request('find', withLinkKey(digits));
    setBusy(false);
    if (!reply.ok) return setRefused(reply);
    if (keptItem(seatKey(reply.session)) !== null) return location.assign(`/play/${reply.session}`);
    setNamed(reply.friendlyNames);
    // who has played before on this device
    setNickname((typed) => (typed === '' ? (keptItem(NAME_KEY) ?? '') : typed));
    setRoom(reply.lesson);
  };
  const join = async (): Promise<void> => {
    setBusy(true);
    setRefused(undefined);
    const reply = await request('join', { ...withLinkKey(code), nickname });
    if (reply.ok) {
      keepItem(seatKey(reply.session), reply.token);
      if (!named) keepItem(NAME_KEY, nickname);
      return location.assign(`/play/${reply.session}`);
    }
    setBusy(false);
    setRefused(reply);
    if (reply.refused === 'noSuchRoom' || reply.refused === 'roomEnded') setRoom(undefined);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the code of the address
  useEffect(() => {
    if (given === '' || begun.current) return;
    begun.current = true;
    keepLinkKey(given);
    void find(given);
  }, []);
  const error = refused === undefined ? undefined : words(refused.refused, { field: 'none' });
  return (
    <main id="content" className="mx-auto grid max-w-[420px] gap-6 px-4 py-10">
      <h1 className="font-semibold font-serif text-3xl">
        {room === undefined ? t('title') : t('room', { lesson: room })}
      </h1>
      {room === undefined ? (
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            void find(code);
          }}
        >
          <Field
            label={t('code')}
            inputMode="numeric"
            autoComplete="off"
            maxLength={6}
            pattern="[0-9]{6}"
            required
            value={code}
            onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))}
            error={error}
          />
          <Button type="submit" look="first" size="large" disabled={busy || code.length !== 6}>
            {busy ? t('finding') : t('find')}
          </Button>
        </form>
      ) : (
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            void join();
          }}
        >
          {named ? (
            <p className="text-ink-2">{t('given')}</p>
          ) : (
            <>
              <Field
                label={t('nickname')}
                hint={t('nicknameHint')}
                autoComplete="off"
                maxLength={40}
                required
                value={nickname}
                onChange={(event) => setNickname(event.target.value)}
                error={error}
              />
              <Button
                size="small"
                className="justify-self-start"
                onClick={() => setNickname(friendlyName(Math.random(), Math.random()))}
              >
                {t('friendly')}
              </Button>
            </>
          )}
          {named && error !== undefined && (
            <p role="alert" className="text-wrong">
              {error}
            </p>
          )}
          <Button type="submit" look="first" size="large" disabled={busy}>
            {busy ? t('entering') : t('enter')}
          </Button>
        </form>
      )}
    </main>
  );
}

/** What somebody who is signed in may be called by; '' where it could not stand on the screen. */
function firstNameOf(name: string): string {
  const read = readNickname(name.split(' ')[0] ?? '');
  return read.ok ? read.name : '';
}
