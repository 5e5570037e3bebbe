/** One click in a mail program turns the digest off (RFC 8058): it sends a form without a cookie. Who opens the address is asked first. */
import { unsubscribe } from '../../../../server/features/notices/commands.ts';

type Asked = { params: Promise<{ token: string }> };

/** One click of a mail program. @returns 404 where the link opens nothing any more */
export async function POST(_request: Request, { params }: Asked): Promise<Response> {
  const input = unsubscribe.input.safeParse({ token: (await params).token });
  if (!input.success) return new Response(null, { status: 404 });
  const done = await unsubscribe(input.data);
  return new Response(null, { status: done.ok ? 200 : 404 });
}

/** Somebody opened the link by hand: a page asks whether that is meant. */
export async function GET(_request: Request, { params }: Asked): Promise<Response> {
  const { token } = await params;
  return new Response(null, { status: 303, headers: { location: `/mail/off/${encodeURIComponent(token)}` } });
}
