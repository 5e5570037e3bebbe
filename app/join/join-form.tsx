'use client';
import { useRouter } from 'next/navigation';
/** Code, then name, then in. */
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { friendlyName, readNickname } from '../../domain/live/nickname.ts';
import { CODE_LENGTH } from '../../domain/live/room-code.ts';
import { keepsNothing } from '../_client/kept-item.ts';
import { BDI } from '../_i18n/bdi.tsx';
import { useRefusals } from '../_i18n/use-refusals.ts';
import { Button, ButtonLink } from '../_ui/button.tsx';
import { Field } from '../_ui/field.tsx';
import { type Join, useJoin } from './use-join.ts';

interface JoinFormProps {
  /** of the address; '' where there is none */
  code: string;
  /** of somebody who is signed in */
  name: string;
  /** the session that is meant, where its code is still to be typed */
  meant?: string;
  /** called where the seat is in the room of this very page */
  onSeated?(): void;
}

export function JoinForm({ code, name, meant, onSeated }: JoinFormProps) {
  const t = useTranslations('live.join');
  const router = useRouter();
  const join = useJoin(code, firstNameOf(name), meant, (session) =>
    session === meant ? onSeated?.() : router.push(`/play/${session}`),
  );
  const [forgets, setForgets] = useState(false);
  useEffect(() => setForgets(keepsNothing()), []);
  const { step } = join;
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  // the next act is told, and begins where it is told; a page that has just come begins at its top
  useEffect(() => {
    if (!first.current && step.at !== 'name') heading.current?.focus();
    first.current = false;
  }, [step.at]);
  return (
    <main id="content" className="mx-auto grid max-w-[420px] gap-6 px-4 py-10">
      <h1 ref={heading} tabIndex={-1} className="font-semibold font-serif text-3xl focus-visible:outline-none">
        {step.at === 'over'
          ? t('over')
          : 'lesson' in step
            ? t.rich('room', { lesson: step.lesson, ...BDI })
            : t('title')}
      </h1>
      {forgets && <p className="rounded-2 bg-wait-soft px-4 py-3 text-[14px] text-wait">{t('forgets')}</p>}
      {step.at === 'code' && <CodeStep join={join} meant={meant !== undefined} />}
      {step.at === 'name' && <NameStep join={join} named={step.named} />}
      {step.at === 'locked' && <LockedStep join={join} />}
      {step.at === 'over' && (
        <>
          <p role="status">{t('overHere')}</p>
          <ButtonLink href={`/play/${step.session}`} look="first" size="large">
            {t('review')}
          </ButtonLink>
        </>
      )}
    </main>
  );
}

function CodeStep({ join, meant }: { join: Join; meant: boolean }) {
  const t = useTranslations('live.join');
  const error = useReason(join);
  return (
    <Form onSubmit={join.find}>
      {meant && <p className="text-ink-2">{t('meant')}</p>}
      <Field
        label={t('code')}
        inputMode="numeric"
        autoComplete="off"
        pattern={`[0-9]{${CODE_LENGTH}}`}
        required
        value={join.code}
        onChange={(event) => join.write(event.target.value)}
        error={error}
      />
      <Button type="submit" look="first" size="large" disabled={join.busy || join.code.length !== CODE_LENGTH}>
        {t(join.busy ? 'finding' : 'find')}
      </Button>
    </Form>
  );
}

function LockedStep({ join }: { join: Join }) {
  const t = useTranslations('live.join');
  const error = useReason(join);
  return (
    <Form onSubmit={join.find}>
      <p role="status">{t('locked')}</p>
      <Refused>{error}</Refused>
      <Button type="submit" look="first" size="large" disabled={join.busy}>
        {t(join.busy ? 'finding' : 'tryAgain')}
      </Button>
    </Form>
  );
}

function NameStep({ join, named }: { join: Join; named: boolean }) {
  const t = useTranslations('live.join');
  const error = useReason(join);
  return (
    <Form onSubmit={join.enter}>
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
            autoFocus
            value={join.nickname}
            onChange={(event) => join.name(event.target.value)}
            error={error}
          />
          <Button
            size="small"
            className="min-h-11 justify-self-start"
            onClick={() => join.name(friendlyName(Math.random(), Math.random()))}
          >
            {t('friendly')}
          </Button>
        </>
      )}
      {named && <Refused>{error}</Refused>}
      <Button type="submit" look="first" size="large" disabled={join.busy}>
        {t(join.busy ? 'entering' : 'enter')}
      </Button>
    </Form>
  );
}

function Form({ onSubmit, children }: { onSubmit(): Promise<void>; children: ReactNode }) {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void onSubmit();
  };
  return (
    <form className="grid gap-4" onSubmit={submit}>
      {children}
    </form>
  );
}

/** Why the last try failed, where no field can say it. */
function Refused({ children }: { children: string | undefined }) {
  return (
    children !== undefined && (
      <p role="alert" className="text-wrong">
        {children}
      </p>
    )
  );
}

function useReason({ refused }: Join): string | undefined {
  const t = useTranslations('live.join');
  const say = useRefusals();
  if (refused === undefined) return undefined;
  return refused === 'otherRoom' ? t('otherRoom') : say(refused);
}

/** What somebody who is signed in may be called by; '' where it could not stand on the screen. */
function firstNameOf(name: string): string {
  const read = readNickname(name.split(' ')[0] ?? '');
  return read.ok ? read.name : '';
}
