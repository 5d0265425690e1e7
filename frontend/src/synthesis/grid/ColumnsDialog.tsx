import { useState } from 'react';
import { useCommon } from '../../lib/i18n';
import { Button, Dialog, Select, TextField } from '../../ui';
import { useText } from '../messages';
import styles from '../synthesis.module.css';

const domainCounts = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const;

/** Columns that a table has beside its numbers: properties of studies, and judgements of bias. */
export function ColumnsDialog({
  properties,
  domains,
  onAdd,
  onRemove,
  onDomains,
  onClose,
}: {
  properties: readonly string[];
  domains: readonly string[];
  onAdd: (property: string) => void;
  onRemove: (property: string) => void;
  onDomains: (count: number) => void;
  onClose: () => void;
}) {
  const text = useText().columnsDialog;
  const common = useCommon();
  const [name, setName] = useState('');
  const word = name.trim();
  const count = domainCounts.find((one) => Number(one) === domains.length) ?? '0';
  return (
    <Dialog title={text.title} onClose={onClose}>
      <section className={styles.stack}>
        <h3>{text.properties}</h3>
        <p className={styles.muted}>{text.propertiesHint}</p>
        {properties.map((property) => (
          <div key={property} className={styles.row}>
            <span lang="">{property}</span>
            <Button
              size="small"
              kind="quiet"
              aria-label={text.removeOf(property)}
              onClick={() => onRemove(property)}
            >
              {common.remove}
            </Button>
          </div>
        ))}
        <form
          className={styles.inline}
          onSubmit={(event) => {
            event.preventDefault();
            if (word === '' || properties.includes(word)) return;
            onAdd(word);
            setName('');
          }}
        >
          <TextField label={text.add} value={name} onChange={setName} />
          <Button type="submit" disabled={word === '' || properties.includes(word)}>
            {common.add}
          </Button>
        </form>
      </section>
      <section className={styles.stack}>
        <h3>{text.domains}</h3>
        <Select
          label={text.domainsCount}
          hint={text.domainsHint}
          value={count}
          options={domainCounts.map((one) => ({ value: one, label: one }))}
          onChange={(chosen) => onDomains(Number(chosen))}
        />
      </section>
      <div className={styles.row}>
        <Button kind="primary" onClick={onClose}>
          {common.close}
        </Button>
      </div>
    </Dialog>
  );
}
