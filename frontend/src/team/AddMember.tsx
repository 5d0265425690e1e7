import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { AccountSummary, Member } from '../api/schema';
import { Button, Dialog, Loaded, TextField } from '../ui';
import { accountsQuery } from './api';
import { useText } from './messages';
import { RolesForm } from './RolesForm';
import styles from './team.module.css';

export function AddMember({ reviewId, members }: { reviewId: string; members: readonly Member[] }) {
  const text = useText().team;
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<AccountSummary>();
  const asked = useDeferredValue(words.trim());
  // The server answers nobody who asks for every account.
  const longEnough = [...asked].length >= 2;
  const accounts = useQuery({ ...accountsQuery(asked), enabled: longEnough });
  return (
    <section className={styles.section} aria-labelledby="add-member">
      <h2 id="add-member">{text.addTitle}</h2>
      <div className={styles.narrow}>
        <TextField
          label={text.find}
          hint={text.addHint}
          type="search"
          value={words}
          onChange={setWords}
          autoComplete="off"
        />
      </div>
      {longEnough && (
        <Loaded query={accounts} lines={2}>
          {({ items }) =>
            items.length === 0 ? (
              <p className={styles.muted} role="status">
                {text.noAccount}
              </p>
            ) : (
              <ul className={styles.results}>
                {items.slice(0, 12).map((account) => (
                  <li key={account.id}>
                    <span>
                      {account.displayName} <span className={styles.muted}>{account.name}</span>
                    </span>
                    {members.some((member) => member.account.id === account.id) ? (
                      <span className={styles.muted}>{text.already}</span>
                    ) : (
                      <Button size="small" onClick={() => setChosen(account)}>
                        {text.choose(account.displayName)}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      )}
      {chosen && (
        <Dialog title={text.addNamed(chosen.displayName)} onClose={() => setChosen(undefined)}>
          <RolesForm
            reviewId={reviewId}
            accountId={chosen.id}
            given={['reviewer']}
            submit={text.choose(chosen.displayName)}
            onDone={() => {
              setChosen(undefined);
              setWords('');
            }}
            onCancel={() => setChosen(undefined)}
          />
        </Dialog>
      )}
    </section>
  );
}
