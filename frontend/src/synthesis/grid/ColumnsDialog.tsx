import { useState } from 'react';
import { useCommon } from '../../lib/i18n';
import { Button, Dialog, TextField } from '../../ui';
import { useText } from '../messages';
import styles from '../synthesis.module.css';

/** Columns that a table has beside its numbers: properties of studies. */
export function ColumnsDialog({
  properties,
  onAdd,
  onRemove,
  onClose,
}: {
  properties: readonly string[];
  onAdd: (property: string) => void;
  onRemove: (property: string) => void;
  onClose: () => void;
}) {
  const text = useText().columnsDialog;
  const common = useCommon();
  const [name, setName] = useState('');
  const word = name.trim();
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
      <div className={styles.row}>
        <Button kind="primary" onClick={onClose}>
          {common.close}
        </Button>
      </div>
    </Dialog>
  );
}
