import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { http } from '../api/http';
import type { Role } from '../api/schema';
import { newId } from '../lib/ids';
import { Button, Note, ProblemNote, TextField } from '../ui';
import { useText } from './messages';
import { RoleChoice } from './RolesForm';
import styles from './team.module.css';

export function Invite({ reviewId }: { reviewId: string }) {
  const text = useText().team;
  // The id stays until the invitation was sent, so that trying again sends no second one.
  const [id, setId] = useState(newId);
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<readonly Role[]>(['reviewer']);
  const [sentTo, setSentTo] = useState<string>();
  const invite = useMutation({
    mutationFn: () => http.put(`/reviews/${reviewId}/invitations/${id}`, { email: email.trim(), roles }),
    onSuccess: () => {
      setSentTo(email.trim());
      setEmail('');
      setId(newId());
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    setSentTo(undefined);
    invite.mutate();
  }
  return (
    <section className={styles.section} aria-labelledby="invite">
      <h2 id="invite">{text.inviteTitle}</h2>
      <p className={styles.muted}>{text.inviteHint}</p>
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label={text.email}
          type="email"
          value={email}
          onChange={setEmail}
          autoComplete="off"
          required
        />
        <RoleChoice roles={roles} onChange={setRoles} />
        {invite.isError && <ProblemNote problem={invite.error} />}
        {sentTo && (
          <Note tone="good" announce>
            {text.invited(sentTo)}
          </Note>
        )}
        <div>
          <Button type="submit" busy={invite.isPending} disabled={roles.length === 0}>
            {text.invite}
          </Button>
        </div>
      </form>
    </section>
  );
}
