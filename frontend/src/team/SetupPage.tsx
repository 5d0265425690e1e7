import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { http } from '../api/http';
import { sessionQuery } from '../api/queries';
import { useTitle } from '../lib/title';
import { Button, LinkButton, Loaded, ProblemNote, TextField } from '../ui';
import { setupQuery } from './api';
import { Gate } from './Gate';
import { useText } from './messages';
import { passwordIsLong } from './password';
import styles from './team.module.css';

/** The first account of a new server: whoever can read its console is the operator. */
export function SetupPage() {
  const text = useText().setup;
  const setup = useQuery(setupQuery);
  useTitle(text.title);
  return (
    <Gate title={text.title} {...(setup.data?.needed ? { intro: text.intro } : {})}>
      <Loaded query={setup}>
        {({ needed }) =>
          needed ? (
            <SetupForm />
          ) : (
            <>
              <p>{text.done}</p>
              <LinkButton to="/sign-in" kind="primary">
                {text.toSignIn}
              </LinkButton>
            </>
          )
        }
      </Loaded>
    </Gate>
  );
}

function SetupForm() {
  const text = useText().setup;
  const client = useQueryClient();
  const navigate = useNavigate();
  const [token, setToken] = useState('');
  const [name, setName] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [password, setPassword] = useState('');
  const [short, setShort] = useState(false);
  const make = useMutation({
    mutationFn: () =>
      http.post('/setup', {
        token: token.trim(),
        name: name.trim(),
        displayName: displayName.trim(),
        password,
      }),
    onSuccess: async () => {
      client.setQueryData(setupQuery.queryKey, { needed: false });
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
      void navigate('/sign-in');
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    setShort(!passwordIsLong(password));
    if (passwordIsLong(password)) make.mutate();
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        label={text.token}
        hint={text.tokenHint}
        value={token}
        onChange={setToken}
        autoComplete="off"
        required
        autoFocus
      />
      <TextField
        label={text.name}
        hint={text.nameHint}
        value={name}
        onChange={setName}
        autoComplete="username"
        required
      />
      <TextField
        label={text.displayName}
        value={displayName}
        onChange={setDisplayName}
        autoComplete="name"
        required
      />
      <TextField
        label={text.password}
        hint={text.passwordHint}
        error={short ? text.passwordShort : undefined}
        value={password}
        onChange={setPassword}
        type="password"
        autoComplete="new-password"
        required
      />
      {make.isError && <ProblemNote problem={make.error} />}
      <Button type="submit" kind="primary" busy={make.isPending}>
        {text.submit}
      </Button>
    </form>
  );
}
