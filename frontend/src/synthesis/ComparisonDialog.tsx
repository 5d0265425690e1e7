import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { http } from '../api/http';
import type { BilingualText, Comparison, ComparisonNames } from '../api/schema';
import { useCommon } from '../lib/i18n';
import { newId } from '../lib/ids';
import { Button, Dialog, ProblemNote, TextField } from '../ui';
import { etagOf, synthesisKey } from './api';
import { useText } from './messages';
import styles from './synthesis.module.css';

/** Names a comparison and its two groups. */
export function ComparisonDialog({
  reviewId,
  existing,
  position,
  onClose,
}: {
  reviewId: string;
  existing: Comparison | undefined;
  position: number;
  onClose: () => void;
}) {
  const text = useText().comparison;
  const common = useCommon();
  const client = useQueryClient();
  const [id] = useState(() => existing?.id ?? newId());
  const [names, setNames] = useState<ComparisonNames>({
    name: existing?.name ?? {},
    experimental: existing?.experimental ?? {},
    control: existing?.control ?? {},
  });
  const [nameless, setNameless] = useState(false);
  const save = useMutation({
    mutationFn: () =>
      http.put(
        `/reviews/${reviewId}/comparisons/${id}`,
        {
          position: existing?.position ?? position,
          name: filled(names.name),
          experimental: filled(names.experimental),
          control: filled(names.control),
        },
        existing ? { ifMatch: etagOf(existing.version) } : {},
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: synthesisKey(reviewId) });
      onClose();
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    const lacking = isBlank(names.name);
    setNameless(lacking);
    if (!lacking) save.mutate();
  }

  const field = (part: keyof ComparisonNames, language: 'en' | 'zh', label: string, error?: string) => (
    <TextField
      label={label}
      lang={language === 'en' ? 'en' : 'zh-CN'}
      error={error}
      value={names[part][language] ?? ''}
      onChange={(value) => setNames({ ...names, [part]: { ...names[part], [language]: value } })}
    />
  );
  return (
    <Dialog title={existing ? text.title : text.newTitle} onClose={onClose}>
      <form className={styles.stack} onSubmit={submit} noValidate>
        <div className={styles.fields}>
          {field('name', 'en', text.name, nameless ? text.nameNeeded : undefined)}
          {field('name', 'zh', text.nameZh)}
          {field('experimental', 'en', text.experimental)}
          {field('experimental', 'zh', text.experimentalZh)}
          {field('control', 'en', text.control)}
          {field('control', 'zh', text.controlZh)}
        </div>
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

/** Without blanks, and without languages that have none. */
export function filled({ en, zh }: BilingualText): BilingualText {
  return { ...(en?.trim() ? { en: en.trim() } : {}), ...(zh?.trim() ? { zh: zh.trim() } : {}) };
}

export function isBlank(text: BilingualText): boolean {
  return Object.keys(filled(text)).length === 0;
}
