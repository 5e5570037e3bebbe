'use client';
/** Around the parts of the desk that read by `useRead`: what they have read, kept for as long as the page is open. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';

export function Reads({ children }: { children: ReactNode }) {
  // of this page alone: on the server a client that outlives a request would show one person what another one read
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: QUERIES } }));
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

const QUERIES = {
  // read when a part says so (`useRead`), and at no other time
  staleTime: Number.POSITIVE_INFINITY,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  retry: false,
  // a classroom without internet reaches its server all the same, whatever the browser says of the network
  networkMode: 'always',
  // what nothing shows is forgotten: opened again, it is read again
  gcTime: 0,
} as const;
