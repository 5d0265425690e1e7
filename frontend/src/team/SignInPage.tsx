import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { address, http } from '../api/http';
import { sessionQuery } from '../api/queries';
import type { Session } from '../api/schema';
import { useTitle } from '../lib/title';
import { Button, Loaded, PlainLinkButton, ProblemNote, TextField } from '../ui';
import { setupQuery } from './api';
import { Gate } from './Gate';
import { useText } from './messages';
import styles from './team.module.css';

export function SignInPage() {
  const text = useText().signIn;
  const [search] = useSearchParams();
  const to = ownPath(search.get('to'));
  const session = useQuery(sessionQuery);
  const setup = useQuery(setupQuery);
  useTitle(text.title);
  if (setup.data?.needed) return <Navigate to="/setup" replace />;
  return (
    <Gate title={text.title}>
      <Loaded query={session}>
        {(data) =>
          data.signedIn ? (
            <Navigate to={to} replace />
          ) : (
            <>
              {data.local && <PasswordForm />}
              {data.local && data.oidc && <p className={styles.or}>{text.or}</p>}
              {data.oidc && (
                <PlainLinkButton
                  href={address('/login/oidc', { to })}
                  kind={data.local ? 'plain' : 'primary'}
                >
                  {data.oidcName ? text.oidcNamed(data.oidcName) : text.oidc}
                </PlainLinkButton>
              )}
            </>
          )
        }
      </Loaded>
    </Gate>
  );
}

function PasswordForm() {
  const text = useText().signIn;
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => http.post<Session>('/session', { name: name.trim(), password }),
    onSuccess: (session) => client.setQueryData(sessionQuery.queryKey, session),
    onError: () => setPassword(''),
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    signIn.mutate();
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        label={text.name}
        value={name}
        onChange={setName}
        autoComplete="username"
        required
        autoFocus
      />
      <TextField
        label={text.password}
        value={password}
        onChange={setPassword}
        type="password"
        autoComplete="current-password"
        required
      />
      {signIn.isError && <ProblemNote problem={signIn.error} />}
      <Button type="submit" kind="primary" busy={signIn.isPending}>
        {text.submit}
      </Button>
    </form>
  );
}

/** Only a path of this server: an address from elsewhere must not lead away after signing in. */
export function ownPath(to: string | null): string {
  if (to === null || !/^\/(?![/\\])/.test(to) || to.startsWith('/sign-in')) return '/';
  return to;
}
