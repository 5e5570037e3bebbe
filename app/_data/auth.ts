import 'server-only';
/** How next-auth is set up: name and password, a signed cookie that carries nothing but who and when. */
import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { signIn } from '../../server/commands/sign-in.ts';
import { environment } from '../../server/env.ts';
import { makeLog } from '../../server/log.ts';
import { cookieName } from '../../server/session-cookie.ts';

const DAYS_30 = 30 * 24 * 3600;

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
          const forwarded: unknown = request.headers?.['x-nabla-address'];
          const result = await signIn(
            {
              login: credentials?.login ?? '',
              password: credentials?.password ?? '',
              address: typeof forwarded === 'string' ? forwarded : 'unknown',
            },
            (error) => makeLog('pages', env.log).error({ err: error }, 'signing in failed'),
          );
          if (!result.ok) throw new Error(result.refused);
          return { id: result.person.id, name: result.person.name };
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        // `user` is there at sign-in only
        if (user !== undefined) return { sub: user.id, signedInAt: Date.now() };
        return token;
      },
    },
  };
}
