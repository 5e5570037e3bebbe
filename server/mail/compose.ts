/** What mails say: that something is new and where it is read, and nothing of what was said, asked or earned. */
import { createTranslator } from 'use-intl/core';
import { isMailed, MAIL_KINDS, type NoticeKind } from '../../domain/notices/notice.ts';
import notices from '../../messages/en/notices.json' with { type: 'json' };

interface Told {
  kind: NoticeKind;
  /** of the lesson or quiz */
  title: string | null;
  className: string | null;
}

interface Composed {
  subject: string;
  text: string;
  html: string;
}

export interface DigestOf {
  name: string;
  told: readonly Told[];
  /** of the classroom, without a slash at the end */
  url: string;
  /** by which the digest is turned off */
  token: string;
}

/** More of one kind are told as a number. */
const MOST_NAMED = 5;

/** The digest of a day. */
export function digestMail({ name, told, url, token }: DigestOf): Composed {
  const t = words();
  const lines = MAIL_KINDS.flatMap((kind) =>
    linesOf(
      kind,
      told.filter((one) => one.kind === kind),
      t,
    ),
  );
  const off = `${url}/mail/off/${token}`;
  return {
    subject: t('mail.subject', { count: told.length }),
    text: [
      t('mail.hello', { name }),
      '',
      t('mail.news'),
      ...lines.map((line) => `- ${line}`),
      '',
      `${t('mail.read')} ${url}/notices`,
      '',
      t('mail.why'),
      `${t('mail.choose')} ${url}/account`,
      `${t('mail.off')} ${off}`,
      '',
    ].join('\n'),
    html: page(
      [
        `<p>${escaped(t('mail.hello', { name }))}</p>`,
        `<p>${escaped(t('mail.news'))}</p>`,
        `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`,
        `<p>${link(`${url}/notices`, t('mail.readHere'))}</p>`,
        `<p style="color:#666;font-size:13px">${escaped(t('mail.why'))}<br>${link(`${url}/account`, t('mail.chooseHere'))} · ${link(off, t('mail.offHere'))}</p>`,
      ].join(''),
    ),
  };
}

/** Asks whoever reads it whether the address is theirs. */
export function confirmationMail({ login, url, token }: { login: string; url: string; token: string }): Composed {
  const t = words();
  const confirm = `${url}/mail/confirm/${token}`;
  return {
    subject: t('mail.confirm.subject'),
    text: [
      t('mail.confirm.text', { login }),
      '',
      `${t('mail.confirm.act')}: ${confirm}`,
      '',
      t('mail.confirm.not'),
      '',
    ].join('\n'),
    html: page(
      `<p>${escaped(t('mail.confirm.text', { login }))}</p><p>${link(confirm, t('mail.confirm.act'))}</p><p>${escaped(t('mail.confirm.not'))}</p>`,
    ),
  };
}

type Words = ReturnType<typeof words>;
const words = () => createTranslator({ locale: 'en', messages: { notices }, namespace: 'notices' });

/** What was given and what is due by name; of everything else how much it is. */
function linesOf(kind: NoticeKind, some: readonly Told[], t: Words): string[] {
  if (some.length === 0 || !isMailed(kind)) return [];
  const named = kind === 'given' || kind === 'due' ? some.slice(0, MOST_NAMED) : [];
  const lines = named.map(({ title, className }) =>
    t(kind === 'due' ? 'mail.due' : 'mail.given', { title: inOne(title), name: inOne(className) }),
  );
  const rest = some.length - named.length;
  return rest === 0 ? lines : [...lines, t(`mail.count.${kind}`, { count: rest })];
}

/** A name that people gave stays in its line. */
const inOne = (text: string | null): string => (text ?? '').replaceAll(/\s+/g, ' ').slice(0, 200);

function page(inside: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><body style="font-family:sans-serif;font-size:15px;line-height:1.5">${inside}</body></html>`;
}

const link = (to: string, text: string): string => `<a href="${escaped(to)}">${escaped(text)}</a>`;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
