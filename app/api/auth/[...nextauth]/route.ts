/** next-auth's endpoints: csrf token, sign-in, sign-out. */
import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '../../../_data/auth.ts';

type Context = { params: Promise<{ nextauth: string[] }> };

const handler = (request: NextRequest, context: Context): Promise<Response> =>
  NextAuth(request, context, authOptions());

/**
 * Signing in and out change something: by POST only, which next-auth answers with an error of ours otherwise. Where it
 * would lead to our page it writes what it was asked with into the address, as it is: signs that no header takes are a
 * fault there, and our page reads none.
 */
const read = async (request: NextRequest, context: Context): Promise<Response> => {
  if (request.nextUrl.pathname.includes('/callback/'))
    return new Response(null, { status: 405, headers: { allow: 'POST' } });
  const [what = ''] = (await context.params).nextauth;
  return ['signin', 'error'].includes(what)
    ? new Response(null, { status: 307, headers: { location: '/sign-in' } })
    : handler(request, context);
};

export { handler as POST, read as GET };
