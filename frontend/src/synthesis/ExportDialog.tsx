import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { address } from '../api/http';
import { useCommon } from '../lib/i18n';
import { Button, Dialog, Loaded, Note, PlainLinkButton, Select } from '../ui';
import { exportFormats, lossesQuery, scriptTools } from './api';
import { useText } from './messages';
import styles from './synthesis.module.css';

type Target = (typeof exportFormats)[number] | `script-${(typeof scriptTools)[number]}`;

/** A file of another program; what it has no place for is said before it is fetched. */
export function ExportDialog({ reviewId, onClose }: { reviewId: string; onClose: () => void }) {
  const text = useText();
  const words = text.overview;
  const common = useCommon();
  const [target, setTarget] = useState<Target>('rm5');
  const format = exportFormats.find((one) => one === target);
  const tool = scriptTools.find((one) => `script-${one}` === target);
  const losses = useQuery({ ...lossesQuery(reviewId, format ?? 'rm5'), enabled: format !== undefined });
  const href = format
    ? address(`/reviews/${reviewId}/syntheses/export`, { format })
    : address(`/reviews/${reviewId}/syntheses/script`, { tool: tool ?? 'metafor' });
  return (
    <Dialog title={words.export} wide onClose={onClose}>
      <div className={styles.stack}>
        <Select
          label={words.format}
          value={target}
          options={[
            ...exportFormats.map((value): { value: Target; label: string } => ({
              value,
              label: words.exports[value],
            })),
            ...scriptTools.map((value): { value: Target; label: string } => ({
              value: `script-${value}`,
              label: words.scripts[value],
            })),
          ]}
          onChange={setTarget}
        />
        {format && (
          <Loaded query={losses} lines={3}>
            {({ items }) =>
              items.length === 0 ? (
                <p>{words.nothingLost}</p>
              ) : (
                <Note tone="warn" title={words.lost(items.length)}>
                  <ul className={styles.losses}>
                    {items.map((item) => (
                      <li key={item}>{item}</li>
                    ))}
                  </ul>
                </Note>
              )
            }
          </Loaded>
        )}
        <div className={styles.row}>
          <PlainLinkButton href={href} kind="primary" download>
            {words.downloadFile}
          </PlainLinkButton>
          <Button onClick={onClose}>{common.close}</Button>
        </div>
      </div>
    </Dialog>
  );
}
