import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { http } from '../api/http';
import { sessionQuery } from '../api/queries';
import type { LanguageCode, SignedInAccount } from '../api/schema';
import { setLanguage, useCommon } from '../lib/i18n';
import { useTitle } from '../lib/title';
import { Button, Loaded, Note, PageHeader, ProblemNote, Select, TextField } from '../ui';
import { useText } from './messages';
import { passwordIsLong } from './password';
import styles from './team.module.css';

export function AccountPage() {
  const text = useText().account;
  const session = useQuery(sessionQuery);
  useTitle(text.title);
  return (
    <Loaded query={session}>
      {({ account, local }) =>
        account && (
          <div className={styles.page}>
            <PageHeader title={text.title}>{text.intro(account.name)}</PageHeader>
            <Profile account={account} />
            {local ? <Password /> : <Note>{text.passwordElsewhere}</Note>}
          </div>
        )
      }
    </Loaded>
  );
}

function Profile({ account }: { account: SignedInAccount }) {
  const text = useText().account;
  const common = useCommon();
  const client = useQueryClient();
  const [displayName, setDisplayName] = useState(account.displayName);
  const [language, setChosen] = useState<LanguageCode>(account.language);
  const save = useMutation({
    mutationFn: () => http.put('/account', { displayName: displayName.trim(), language }),
    onSuccess: () => {
      setLanguage(language);
      return client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    save.mutate();
  }
  return (
    <section className={styles.section} aria-labelledby="profile">
      <h2 id="profile">{text.profile}</h2>
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label={text.displayName}
          hint={text.displayNameHint}
          value={displayName}
          onChange={setDisplayName}
          autoComplete="name"
          required
        />
        <Select
          label={common.language}
          value={language}
          onChange={setChosen}
          options={[
            { value: 'en', label: 'English' },
            { value: 'zh', label: '中文' },
          ]}
        />
        {save.isError && <ProblemNote problem={save.error} />}
        {save.isSuccess && (
          <Note tone="good" announce>
            {text.saved}
          </Note>
        )}
        <div>
          <Button type="submit" kind="primary" busy={save.isPending}>
            {common.save}
          </Button>
        </div>
      </form>
    </section>
  );
}

function Password() {
  const text = useText().account;
  const setup = useText().setup;
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [short, setShort] = useState(false);
  const change = useMutation({
    mutationFn: () => http.put('/account/password', { current, next }),
    onSuccess: () => {
      setCurrent('');
      setNext('');
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    setShort(!passwordIsLong(next));
    if (passwordIsLong(next)) change.mutate();
  }
  return (
    <section className={styles.section} aria-labelledby="password">
      <h2 id="password">{text.password}</h2>
      <p className={styles.muted}>{text.passwordIntro}</p>
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label={text.current}
          value={current}
          onChange={setCurrent}
          type="password"
          autoComplete="current-password"
          required
        />
        <TextField
          label={text.next}
          hint={setup.passwordHint}
          error={short ? setup.passwordShort : undefined}
          value={next}
          onChange={setNext}
          type="password"
          autoComplete="new-password"
          required
        />
        {change.isError && <ProblemNote problem={change.error} />}
        {change.isSuccess && (
          <Note tone="good" announce>
            {text.passwordChanged}
          </Note>
        )}
        <div>
          <Button type="submit" busy={change.isPending}>
            {text.changePassword}
          </Button>
        </div>
      </form>
    </section>
  );
}
