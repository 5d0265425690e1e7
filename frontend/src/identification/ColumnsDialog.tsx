import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { ImportBatch, TableColumns } from '../api/schema';
import { useCommon } from '../lib/i18n';
import { Button, Dialog, Loaded, Note, ProblemNote, Select } from '../ui';
import { columnsQuery, commands, importsQuery } from './api';
import styles from './identification.module.css';
import { useText } from './messages';
import { fieldName, separatorChoices } from './reading';

/** What each column of a table holds and what it is read as; saying it has the file read again. */
export function ColumnsDialog({
  reviewId,
  batch,
  onClose,
}: {
  reviewId: string;
  batch: ImportBatch;
  onClose: () => void;
}) {
  const text = useText();
  const columns = useQuery(columnsQuery(reviewId, batch));
  return (
    <Dialog title={text.columnsTitle(batch.fileName)} onClose={onClose} wide>
      <Loaded query={columns} lines={6}>
        {(table) => <ColumnsForm reviewId={reviewId} batch={batch} table={table} onDone={onClose} />}
      </Loaded>
    </Dialog>
  );
}

type TableColumn = TableColumns['columns'][number];

/** What the columns are read as: by their names, as was said, or else as what they look like. */
function fieldsOf(table: TableColumns, named: boolean): string[] {
  const asRead = named === table.named && (named || table.known);
  return table.columns.map((column) => (asRead ? column.field : named ? 'none' : column.alike));
}

/** Some values of a column; what stands in the first row is one of them when that is a record. */
function samplesOf(column: TableColumn, named: boolean): string {
  const first = !named && column.name !== '' ? [column.name] : [];
  return [...first, ...column.samples.filter((sample) => !first.includes(sample))].slice(0, 3).join(' · ');
}

function ColumnsForm({
  reviewId,
  batch,
  table,
  onDone,
}: {
  reviewId: string;
  batch: ImportBatch;
  table: TableColumns;
  onDone: () => void;
}) {
  const text = useText();
  const common = useCommon();
  const client = useQueryClient();
  const [named, setNamed] = useState(table.named);
  const [fields, setFields] = useState(() => fieldsOf(table, table.named));
  const [separator, setSeparator] = useState(table.authorSeparator);
  const [untitled, setUntitled] = useState(false);
  const read = useMutation({
    mutationFn: () =>
      commands.readAgain(reviewId, batch.id, {
        ...(batch.wanted?.format ? { format: batch.wanted.format } : {}),
        ...(batch.wanted?.charset ? { charset: batch.wanted.charset } : {}),
        columns: {
          header: table.columns.map((column) => column.name),
          fields,
          authorSeparator: separator,
          ...(named ? {} : { firstRowIsRecord: true }),
        },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: importsQuery(reviewId).queryKey });
      onDone();
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    const missing = !fields.includes('title');
    setUntitled(missing);
    if (!missing) read.mutate();
  }
  const choices = table.fields.map((value) => ({ value, label: fieldName(value, text) }));
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.muted}>{named ? text.columnsIntro : text.columnsIntroUnnamed}</p>
      <div className={styles.narrow}>
        <Select
          label={text.firstRow}
          hint={table.named ? undefined : text.firstRowLooksLikeRecord}
          value={named ? 'names' : 'record'}
          onChange={(choice) => {
            setNamed(choice === 'names');
            setFields(fieldsOf(table, choice === 'names'));
          }}
          options={[
            { value: 'names', label: text.firstRowIsNames },
            { value: 'record', label: text.firstRowIsRecord },
          ]}
        />
      </div>
      <div className={styles.three}>
        {table.columns.map((column, place) => (
          <Select
            // A table may have two columns of one name.
            key={`${place} ${column.name}`}
            label={(named && column.name) || text.columnNumber(place + 1)}
            hint={<span className={styles.samples}>{samplesOf(column, named) || text.columnEmpty}</span>}
            value={fields[place] ?? 'none'}
            onChange={(field) => setFields(fields.map((was, other) => (other === place ? field : was)))}
            options={choices}
          />
        ))}
      </div>
      {fields.includes('authors') && (
        <div className={styles.narrow}>
          <Select
            label={text.authorSeparator}
            hint={text.authorSeparatorHint}
            value={separator}
            onChange={setSeparator}
            options={separatorChoices(text, table.authorSeparator)}
          />
        </div>
      )}
      {untitled && (
        <Note tone="bad" announce>
          {text.titleColumnNeeded}
        </Note>
      )}
      {read.isError && <ProblemNote problem={read.error} />}
      <div className={styles.row}>
        <Button type="submit" kind="primary" busy={read.isPending}>
          {text.readAgainSubmit}
        </Button>
        <Button onClick={onDone}>{common.cancel}</Button>
      </div>
    </form>
  );
}
