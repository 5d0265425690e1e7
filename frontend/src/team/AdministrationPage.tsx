import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useState, type FormEvent } from 'react';
import { http } from '../api/http';
import { sessionQuery } from '../api/queries';
import type { AccountSummary } from '../api/schema';
import { useCommon } from '../lib/i18n';
import { newId } from '../lib/ids';
import { useTitle } from '../lib/title';
import { Badge, Button, Dialog, Loaded, Note, PageHeader, ProblemNote, Table, TextField } from '../ui';
import { accountsQuery } from './api';
import { useText } from './messages';
import { passwordIsLong } from './password';
import styles from './team.module.css';

type Shown = { dialog: 'none' } | { dialog: 'new' } | { dialog: 'edit' | 'disable'; account: AccountSummary };

export function AdministrationPage() {
  const text = useText().administration;
  const session = useQuery(sessionQuery);
  useTitle(text.title);
  return (
    <Loaded query={session}>
      {({ account }) => (account?.administrator ? <Accounts /> : <Note tone="warn">{text.notYours}</Note>)}
    </Loaded>
  );
}

function Accounts() {
  const text = useText().administration;
  const client = useQueryClient();
  const [words, setWords] = useState('');
  const [shown, setShown] = useState<Shown>({ dialog: 'none' });
  const [saved, setSaved] = useState<string>();
  const accounts = useQuery(accountsQuery(useDeferredValue(words.trim())));
  const refresh = () => client.invalidateQueries({ queryKey: ['accounts'] });
  const close = () => setShown({ dialog: 'none' });
  const enable = useMutation({
    mutationFn: (account: AccountSummary) => http.put(`/accounts/${account.id}/state`, { disabled: false }),
    onSuccess: refresh,
  });
  function done(name: string) {
    setSaved(name);
    close();
    void refresh();
  }
  return (
    <div className={styles.page}>
      <PageHeader
        title={text.title}
        actions={
          <Button kind="primary" onClick={() => setShown({ dialog: 'new' })}>
            {text.add}
          </Button>
        }
      >
        {text.intro}
      </PageHeader>
      {saved && (
        <Note tone="good" announce>
          {text.saved(saved)}
        </Note>
      )}
      {enable.isError && <ProblemNote problem={enable.error} />}
      <div className={styles.narrow}>
        <TextField label={text.find} type="search" value={words} onChange={setWords} />
      </div>
      <Loaded query={accounts}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles.muted}>{text.none}</p>
          ) : (
            <Table
              caption={text.title}
              rows={items}
              rowKey={(account) => account.id}
              columns={[
                {
                  key: 'displayName',
                  head: text.displayName,
                  rowHeader: true,
                  cell: (account) => account.displayName,
                },
                { key: 'name', head: text.name, cell: (account) => account.name },
                {
                  key: 'state',
                  head: text.state,
                  cell: (account) => (
                    <span className={styles.row}>
                      {account.disabled ? (
                        <Badge tone="bad">{text.disabled}</Badge>
                      ) : (
                        <Badge tone="good">{text.active}</Badge>
                      )}
                      {account.administrator && <Badge tone="accent">{text.administrator}</Badge>}
                    </span>
                  ),
                },
                {
                  key: 'actions',
                  head: text.actions,
                  cell: (account) => (
                    <span className={styles.row}>
                      <Button
                        size="small"
                        aria-label={text.edit(account.displayName)}
                        onClick={() => setShown({ dialog: 'edit', account })}
                      >
                        {text.editShort}
                      </Button>
                      {account.disabled ? (
                        <Button
                          size="small"
                          aria-label={text.enable(account.displayName)}
                          busy={enable.isPending}
                          onClick={() => enable.mutate(account)}
                        >
                          {text.enableShort}
                        </Button>
                      ) : (
                        <Button
                          size="small"
                          aria-label={text.disable(account.displayName)}
                          onClick={() => setShown({ dialog: 'disable', account })}
                        >
                          {text.disableShort}
                        </Button>
                      )}
                    </span>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
      {shown.dialog === 'new' && <EditAccount onClose={close} onDone={done} />}
      {shown.dialog === 'edit' && <EditAccount account={shown.account} onClose={close} onDone={done} />}
      {shown.dialog === 'disable' && <DisableAccount account={shown.account} onClose={close} onDone={done} />}
    </div>
  );
}

interface DialogProps {
  onClose: () => void;
  onDone: (name: string) => void;
}

function EditAccount({ account, onClose, onDone }: DialogProps & { account?: AccountSummary }) {
  const text = useText().administration;
  const setup = useText().setup;
  const common = useCommon();
  const [id] = useState(() => account?.id ?? newId());
  const [name, setName] = useState(account?.name ?? '');
  const [displayName, setDisplayName] = useState(account?.displayName ?? '');
  const [password, setPassword] = useState('');
  const [short, setShort] = useState(false);
  const save = useMutation({
    mutationFn: () =>
      http.put(`/accounts/${id}`, {
        name: name.trim(),
        displayName: displayName.trim(),
        ...(password === '' ? {} : { password }),
      }),
    onSuccess: () => onDone(displayName.trim()),
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    const enough = passwordIsLong(password) || (account !== undefined && password === '');
    setShort(!enough);
    if (enough) save.mutate();
  }
  return (
    <Dialog title={account ? text.editTitle(account.displayName) : text.newTitle} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label={text.name}
          hint={setup.nameHint}
          value={name}
          onChange={setName}
          autoComplete="off"
          required
          autoFocus
        />
        <TextField
          label={text.displayName}
          value={displayName}
          onChange={setDisplayName}
          autoComplete="off"
          required
        />
        <TextField
          label={account ? text.newPassword : text.password}
          hint={account ? text.passwordHintEdit : text.passwordHintNew}
          error={short ? setup.passwordShort : undefined}
          value={password}
          onChange={setPassword}
          type="password"
          autoComplete="new-password"
          required={account === undefined}
        />
        {save.isError && <ProblemNote problem={save.error} />}
        <div className={styles.row}>
          <Button type="submit" kind="primary" busy={save.isPending}>
            {common.save}
          </Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function DisableAccount({ account, onClose, onDone }: DialogProps & { account: AccountSummary }) {
  const text = useText().administration;
  const common = useCommon();
  const disable = useMutation({
    mutationFn: () => http.put(`/accounts/${account.id}/state`, { disabled: true }),
    onSuccess: () => onDone(account.displayName),
  });
  return (
    <Dialog title={text.disableTitle(account.displayName)} onClose={onClose}>
      <p>{text.disableText}</p>
      {disable.isError && <ProblemNote problem={disable.error} />}
      <div className={styles.row}>
        <Button kind="danger" busy={disable.isPending} onClick={() => disable.mutate()}>
          {text.disableShort}
        </Button>
        <Button onClick={onClose}>{common.cancel}</Button>
      </div>
    </Dialog>
  );
}
