import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { http } from '../api/http';
import type { Role } from '../api/schema';
import { useCommon } from '../lib/i18n';
import { Problem } from '../lib/problem';
import { Button, Checkbox, Note, ProblemNote } from '../ui';
import { useText } from './messages';
import styles from './team.module.css';

export const allRoles: readonly Role[] = ['lead', 'reviewer', 'adjudicator', 'observer'];

/** Gives roles to a member, or makes an account a member by giving it some. */
export function RolesForm({
  reviewId,
  accountId,
  given,
  submit,
  onDone,
  onCancel,
}: {
  reviewId: string;
  accountId: string;
  given: readonly Role[];
  submit: string;
  onDone: () => void;
  onCancel: () => void;
}) {
  const text = useText().team;
  const common = useCommon();
  const client = useQueryClient();
  const [roles, setRoles] = useState<readonly Role[]>(given);
  const save = useMutation({
    mutationFn: () => http.put(`/reviews/${reviewId}/members/${accountId}`, { roles }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['review', reviewId] });
      onDone();
    },
  });
  const last = save.error instanceof Problem && save.error.code === 'last-lead';
  function onSubmit(event: FormEvent) {
    event.preventDefault();
    save.mutate();
  }
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <RoleChoice roles={roles} onChange={setRoles} />
      {save.isError &&
        (last ? (
          <Note tone="bad" announce>
            {text.lastLead}
          </Note>
        ) : (
          <ProblemNote problem={save.error} />
        ))}
      <div className={styles.row}>
        <Button type="submit" kind="primary" busy={save.isPending} disabled={roles.length === 0}>
          {submit}
        </Button>
        <Button onClick={onCancel}>{common.cancel}</Button>
      </div>
    </form>
  );
}

export function RoleChoice({
  roles,
  onChange,
}: {
  roles: readonly Role[];
  onChange: (roles: Role[]) => void;
}) {
  const text = useText().team;
  const common = useCommon();
  return (
    <fieldset className={styles.roles}>
      <legend>{text.rolesLegend}</legend>
      {allRoles.map((role) => (
        <Checkbox
          key={role}
          label={common.role[role]}
          hint={text.roleText[role]}
          checked={roles.includes(role)}
          onChange={(checked) =>
            onChange(allRoles.filter((one) => (one === role ? checked : roles.includes(one))))
          }
        />
      ))}
      {roles.length === 0 && <p className={styles.muted}>{text.needRole}</p>}
      {roles.includes('lead') && roles.includes('reviewer') && (
        <p className={styles.muted}>{text.onceBlinded}</p>
      )}
    </fieldset>
  );
}
