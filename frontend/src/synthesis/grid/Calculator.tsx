import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Conversion, StudyRow } from '../../api/schema';
import { bilingual, useLanguage } from '../../lib/i18n';
import { Button, Dialog, Loaded, Note, ProblemNote, Select, TextField } from '../../ui';
import { conversionsQuery, convertedQuery } from '../api';
import { useText } from '../messages';
import styles from '../synthesis.module.css';
import { readNumber } from './columns';
import { targetFor } from './targets';
import { columnWords } from './words';

interface CalculatorProps {
  readonly row: StudyRow;
  readonly rowName: string;
  readonly data: readonly string[];
  /** The column where the cursor was: it says which group is meant. */
  readonly near: string | undefined;
  readonly onApply: (row: StudyRow) => void;
  readonly onClose: () => void;
}

/** Fills cells by a named conversion, and keeps its inputs as the origin of the numbers. */
export function Calculator(props: CalculatorProps) {
  const text = useText().calculator;
  const conversions = useQuery(conversionsQuery);
  return (
    <Dialog title={text.title} wide onClose={props.onClose}>
      <p>{text.intro(props.rowName)}</p>
      <Loaded query={conversions}>{(catalogue) => <Choice {...props} catalogue={catalogue} />}</Loaded>
    </Dialog>
  );
}

function Choice(props: CalculatorProps & { catalogue: readonly Conversion[] }) {
  const text = useText().calculator;
  const language = useLanguage();
  const { catalogue } = props;
  const [method, setMethod] = useState(catalogue[0]?.method ?? '');
  const conversion = catalogue.find((one) => one.method === method);
  return (
    <>
      <Select
        label={text.method}
        value={method}
        options={catalogue.map((one) => ({
          value: one.method,
          label: bilingual(one.title, language)?.text ?? one.method,
        }))}
        onChange={setMethod}
      />
      {conversion && <Inputs key={method} {...props} conversion={conversion} />}
    </>
  );
}

function Inputs({
  conversion,
  row,
  data,
  near,
  onApply,
  onClose,
}: CalculatorProps & { conversion: Conversion }) {
  const text = useText();
  const language = useLanguage();
  const [inputs, setInputs] = useState<Readonly<Record<string, string>>>({});
  const [asked, setAsked] = useState<Readonly<Record<string, string>>>();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const result = useQuery({
    ...convertedQuery(conversion.method, asked ?? {}),
    enabled: asked !== undefined,
  });
  const missing = conversion.inputs.some((input) => !input.optional && !(inputs[input.name] ?? '').trim());
  const into = (output: string) => chosen[output] ?? targetFor(output, data, near);

  function apply() {
    if (!result.data || !asked) return;
    const { outputs, method } = result.data;
    const values = { ...row.values };
    const origins = { ...row.origins };
    for (const [output, value] of Object.entries(outputs)) {
      const column = into(output);
      if (column === '') continue;
      values[column] = String(value);
      origins[column] = { kind: 'converted', method, inputs: { ...asked } };
    }
    onApply({ ...row, values, origins });
    onClose();
  }

  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        if (missing) return;
        const given = Object.entries(inputs)
          .filter(([, value]) => value.trim() !== '')
          .map(([name, value]) => [name, (readNumber(value) ?? value).toString()]);
        setAsked(Object.fromEntries(given));
      }}
    >
      <div className={styles.fields}>
        {conversion.inputs.map((input) => (
          <TextField
            key={input.name}
            label={bilingual(input.label, language)?.text ?? input.name}
            optional={input.optional}
            inputMode="decimal"
            autoComplete="off"
            value={inputs[input.name] ?? ''}
            onChange={(value) => {
              setInputs({ ...inputs, [input.name]: value });
              setAsked(undefined);
            }}
          />
        ))}
      </div>
      <p className={styles.muted}>
        {text.calculator.source}: <span lang="en">{conversion.source}</span>
      </p>
      <div className={styles.row}>
        <Button type="submit" kind={asked ? 'plain' : 'primary'} disabled={missing} busy={result.isFetching}>
          {text.calculator.calculate}
        </Button>
      </div>
      {asked && result.isError && <ProblemNote problem={result.error} />}
      {asked && result.data && (
        <section className={styles.stack} aria-label={text.calculator.results}>
          <h3>{text.calculator.results}</h3>
          {result.data.warnings.map((warning) => (
            <Note key={warning} tone="warn" announce>
              <p>{warning}</p>
            </Note>
          ))}
          <div className={styles.fields}>
            {Object.entries(result.data.outputs).map(([output, value]) => (
              <Select
                key={output}
                label={text.calculator.into(`${output} = ${value}`)}
                value={into(output)}
                options={[
                  { value: '', label: text.calculator.nowhere },
                  ...data.map((name) => ({
                    value: name,
                    label: columnWords(text, { key: name, kind: 'value', name }),
                  })),
                ]}
                onChange={(column) => setChosen({ ...chosen, [output]: column })}
              />
            ))}
          </div>
          <div className={styles.row}>
            <Button kind="primary" onClick={apply}>
              {text.calculator.apply}
            </Button>
          </div>
        </section>
      )}
    </form>
  );
}
