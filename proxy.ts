/** Runs before every page: a fresh nonce, and a content security policy that lets pages load from us alone. */
import { type NextRequest, NextResponse } from 'next/server';
import { environment } from './server/env.ts';
import { cameByHttps } from './server/hosts.ts';

export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = contentSecurityPolicy(
    nonce,
    request.headers.get('host') ?? '',
    process.env.NODE_ENV === 'development',
  );
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('referrer-policy', 'same-origin');
  return response;
}

/** Styles may be inline: KaTeX and the code highlighter set them on elements, the editors add sheets of their own. */
function contentSecurityPolicy(nonce: string, host: string, development: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    // older browsers do not take 'self' for the socket as well
    `connect-src 'self' ${cameByHttps(host, environment()) ? 'wss' : 'ws'}://${host}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

// also before what says that it is a router's prefetch: anybody may say so
export const config = { matcher: ['/((?!_next/static|_next/image|mathlive/|nabla.svg).*)'] };
