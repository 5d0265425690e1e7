import { useState } from 'react';
import type { Outbox } from '../api/outbox';
import type { RecordField, ReviewRecord } from '../api/schema';
import { languageOf } from '../lib/i18n';
import { Button, Dialog, Note, Select, TextArea, TextField } from '../ui';
import { useScreeningMessages } from './messages';

interface MendProps {
  review: string;
  record: ReviewRecord;
  outbox: Pick<Outbox, 'add'>;
  onMended: (record: ReviewRecord) => void;
  onClose: () => void;
}

/** A missing abstract is pasted, or a title put right; what was imported stays beside it. */
export function Mend({ review, record, outbox, onMended, onClose }: MendProps) {
  const text = useScreeningMessages().mend;
  const [what, setWhat] = useState<'abstract' | 'title'>('abstract');
  const [draft, setDraft] = useState(record.abstract ?? '');
  const [origin, setOrigin] = useState('');
  const [asked, setAsked] = useState(false);
  const language = languageOf(draft) === 'en' ? 'en' : 'zh';

  function save() {
    if (draft.trim() === '' || origin.trim() === '') {
      setAsked(true);
      return;
    }
    const field: RecordField = `${what}-${language}`;
    void outbox.add({
      lane: `${review}/mend/${record.id}`,
      method: 'PUT',
      path: `/reviews/${review}/records/${record.id}/corrections/${field}`,
      body: { text: draft.trim(), origin: origin.trim() },
      about: { title: record.title ?? '', act: 'mend' },
    });
    onMended(withText(record, field, draft.trim(), origin.trim()));
    onClose();
  }

  return (
    <Dialog title={text.title} wide onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Select
          label={text.what}
          value={what}
          options={[
            { value: 'abstract', label: text.abstract },
            { value: 'title', label: text.titleField },
          ]}
          onChange={(chosen) => {
            setWhat(chosen);
            setDraft((chosen === 'abstract' ? record.abstract : record.title) ?? '');
          }}
        />
        <TextArea
          label={what === 'abstract' ? text.abstract : text.titleField}
          hint={text.language[language]}
          rows={what === 'abstract' ? 12 : 3}
          maxLength={50_000}
          value={draft}
          error={asked && draft.trim() === '' ? text.textNeeded : undefined}
          onChange={setDraft}
        />
        <TextField
          label={text.origin}
          hint={text.originHint}
          maxLength={500}
          value={origin}
          error={asked && origin.trim() === '' ? text.originNeeded : undefined}
          onChange={setOrigin}
        />
        <Note tone="info">{text.note}</Note>
        <p>
          <Button type="submit" kind="primary">
            {text.save}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}

/** The record as the server will show it. */
export function withText(
  record: ReviewRecord,
  field: RecordField,
  text: string,
  origin: string,
): ReviewRecord {
  const corrections = [
    ...(record.corrections ?? []).filter((correction) => correction.field !== field),
    { field, origin, at: new Date().toISOString() },
  ];
  const language = field.endsWith('-zh') ? 'zh' : 'en';
  if (field.startsWith('title')) {
    const titles = { ...record.titles, [language]: text };
    return { ...record, corrections, titles, title: titles.zh || titles.en || text };
  }
  const abstracts = { ...record.abstracts, [language]: text };
  return { ...record, corrections, abstracts, abstract: abstracts.zh || abstracts.en || text };
}
