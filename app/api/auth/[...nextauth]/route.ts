/** next-auth's endpoints: csrf token, sign-in, sign-out. */
import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '../../../_data/auth.ts';

type Context = { params: Promise<{ nextauth: string[] }> };

const handler = (request: NextRequest, context: Context): Promise<Response> =>
  NextAuth(request, context, authOptions());

/** Signing in and out change something: by POST only, which next-auth answers with an error of ours otherwise. */
const read = (request: NextRequest, context: Context): Promise<Response> | Response =>
  request.nextUrl.pathname.includes('/callback/')
    ? new Response(null, { status: 405, headers: { allow: 'POST' } })
    : handler(request, context);

export { handler as POST, read as GET };
