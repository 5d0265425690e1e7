import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { sessionQuery } from '../api/queries';
import { Problem } from '../lib/problem';

export function newQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => signedOut(error, query.queryKey[0] === 'session'),
    }),
    mutationCache: new MutationCache({ onError: (error) => signedOut(error, false) }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // Without a network too: what the screening page needs is kept.
        networkMode: 'always',
        // What the server refused it will refuse again; only a missing answer is worth a second try.
        retry: (count, error) =>
          count < 2 && error instanceof Problem && (error.unreachable || error.status === 503),
      },
    },
  });

  /** A session that ended elsewhere: ask again who is here, and the layout leads to the sign-in page. */
  function signedOut(error: Error, whileAskingForIt: boolean) {
    if (
      !whileAskingForIt &&
      error instanceof Problem &&
      error.status === 401 &&
      error.code !== 'wrong-credentials'
    ) {
      void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    }
  }

  return client;
}
