import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useAccountOutbox } from '../api/accountOutbox';
import { sessionQuery } from '../api/queries';
import { languageWasChosen, setLanguage } from '../lib/i18n';
import { Loaded } from '../ui';

/** Lets in who is signed in; others go to the sign-in page and come back to where they wanted to be. */
export function SignedInLayout() {
  const session = useQuery(sessionQuery);
  useAccountOutbox();
  const location = useLocation();
  const accountLanguage = session.data?.account?.language;
  useEffect(() => {
    if (accountLanguage && !languageWasChosen()) setLanguage(accountLanguage);
  }, [accountLanguage]);
  return (
    <Loaded query={session}>
      {(data) =>
        data.signedIn ? (
          <Outlet />
        ) : (
          <Navigate to={`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`} replace />
        )
      }
    </Loaded>
  );
}
