import 'server-only';
/** How next-auth is set up: name and password, a signed cookie that carries nothing but who and when. */
import { cookies } from 'next/headers';
import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { z } from 'zod';
import { database } from '../../db/client.ts';
import { deleteSignIns } from '../../db/sign-ins.ts';
import { environment } from '../../server/env.ts';
import { signIn } from '../../server/features/account/sign-in.ts';
import { DEVICE_COOKIE, knownDevice, withAccount } from '../../server/known-device.ts';
import { makeLog } from '../../server/log.ts';
import { cookieName } from '../../server/session-cookie.ts';

/** How a sign-in is known in the cookie. */
const cookieSays = z.object({ sub: z.uuid(), signIn: z.uuid() });

const DAY = 24 * 3600;
const DAYS_30 = 30 * DAY;
/** no browser keeps a cookie for longer */
const DAYS_400 = 400 * DAY;

function headerOf(request: { headers?: Record<string, unknown> }, name: string): string | undefined {
  const value = request.headers?.[name];
  return typeof value === 'string' ? value : undefined;
}

export function authOptions(): NextAuthOptions {
  const env = environment();
  return {
    secret: env.secret,
    useSecureCookies: env.secure,
    session: { strategy: 'jwt', maxAge: DAYS_30 },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    cookies: {
      sessionToken: {
        name: cookieName(env.secure),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: env.secure },
      },
    },
    providers: [
      CredentialsProvider({
        credentials: { login: { type: 'text' }, password: { type: 'password' } },
        async authorize(credentials, request) {
          const jar = await cookies();
          const device = jar.get(DEVICE_COOKIE)?.value;
          const result = await signIn(
            {
              login: credentials?.login ?? '',
              password: credentials?.password ?? '',
              address: headerOf(request, 'x-nabla-address') ?? 'unknown',
              agent: headerOf(request, 'user-agent') ?? '',
              known: (account) => knownDevice(device, account, env.secret),
            },
            (error) => makeLog('pages', env.log).error({ err: error }, 'signing in failed'),
          );
          if (!result.ok) throw new Error(result.refused);
          const { person, signIn: id } = result;
          jar.set(DEVICE_COOKIE, withAccount(device, person.id, env.secret), {
            httpOnly: true,
            sameSite: 'strict',
            secure: env.secure,
            path: '/api/auth',
            maxAge: DAYS_400,
          });
          return { id: person.id, signIn: id };
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        // `user` is there at sign-in only
        if (user !== undefined) return { sub: user.id, signIn: (user as { signIn?: string }).signIn };
        return token;
      },
    },
    events: {
      /** Signing out ends this browser's sign-in, also for who has kept its cookie. */
      async signOut({ token }) {
        const said = cookieSays.safeParse(token);
        if (!said.success) return;
        const { sub, signIn: only } = said.data;
        await database().$transaction((tx) => deleteSignIns(tx, sub, { only }));
      },
    },
  };
}
