import { useEffect, useState } from 'react';
import { keyName, type Command } from '../../lib/keyboard';
import { goesToInputMethod, holderOf, meantCode, usualShortcuts, type Shortcuts } from '../../lib/shortcuts';
import { Button } from '../Button';
import { Dialog } from '../Dialog';
import { Checkbox } from '../Field';
import { Note } from '../Note';
import { useKeyMessages } from './messages';
import styles from './keys.module.css';

interface KeySheetProps {
  /** With the user's own keys in place. */
  commands: readonly Command[];
  shortcuts: Shortcuts;
  /** Sets of keys that people know from elsewhere. */
  presets?: readonly KeyPreset[];
  onChange: (shortcuts: Shortcuts) => void;
  onClose: () => void;
}

/** A set of keys under a name; what it leaves out has its usual key. */
export interface KeyPreset {
  readonly name: string;
  readonly keys: Shortcuts['keys'];
}

/** All keys of a page: to be read, changed one by one, or switched off. */
export function KeySheet({ commands, shortcuts, presets = [], onChange, onClose }: KeySheetProps) {
  const text = useKeyMessages();
  const [changing, setChanging] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  useEffect(() => {
    if (changing === undefined) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Tab' || event.key === 'Shift' || goesToInputMethod(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key !== 'Escape') {
        const key = wanted(event);
        const holder = key === undefined ? undefined : holderOf(key, commands, changing);
        if (key === undefined || holder) {
          setRefusal(holder && key ? text.taken(keyName(key), holder.label) : text.unusable);
          return;
        }
        onChange({ ...shortcuts, keys: { ...shortcuts.keys, [changing]: key } });
      }
      setChanging(undefined);
      setRefusal(undefined);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [changing, commands, shortcuts, onChange, text]);
  return (
    <Dialog title={text.title} wide onClose={onClose}>
      <p>{text.intro}</p>
      <div className={styles.switch}>
        <Checkbox
          label={text.singleKeys}
          hint={text.singleKeysHint}
          checked={shortcuts.singleKeys}
          onChange={(singleKeys) => onChange({ ...shortcuts, singleKeys })}
        />
      </div>
      {presets.length > 0 && (
        <p className={styles.switch} role="group" aria-label={text.presets}>
          {text.presets}{' '}
          {presets.map(({ name, keys }) => (
            <Button
              key={name}
              size="small"
              aria-pressed={sameKeys(keys, shortcuts.keys)}
              onClick={() => onChange({ ...shortcuts, keys })}
            >
              {name}
            </Button>
          ))}
        </p>
      )}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{text.command}</th>
            <th scope="col">{text.key}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {commands.map((command) => (
            <tr key={command.id}>
              <th scope="row">{command.label}</th>
              <td>
                {changing === command.id ? (
                  <span role="status">{text.press}</span>
                ) : !command.key ? (
                  text.none
                ) : (
                  <kbd>{keyName(command.key)}</kbd>
                )}
              </td>
              <td className={styles.change}>
                {isChangeable(command) && (
                  <Button
                    size="small"
                    kind="quiet"
                    aria-label={text.changeFor(command.label)}
                    onClick={() => {
                      setRefusal(undefined);
                      setChanging(command.id);
                    }}
                  >
                    {text.change}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {refusal !== undefined && (
        <Note tone="warn" announce>
          {refusal}
        </Note>
      )}
      {Object.keys(shortcuts.keys).length > 0 && (
        <p className={styles.switch}>
          <Button onClick={() => onChange({ ...shortcuts, keys: usualShortcuts.keys })}>{text.usual}</Button>
        </p>
      )}
    </Dialog>
  );
}

function sameKeys(a: Shortcuts['keys'], b: Shortcuts['keys']): boolean {
  const sorted = (keys: Shortcuts['keys']) => JSON.stringify(Object.entries(keys).sort());
  return sorted(a) === sorted(b);
}

/** Numbers stand for the reasons in their order, Esc closes, ? asks for help: these stay. */
function isChangeable({ key }: Command): boolean {
  return key === undefined || !/^(?:Digit\d|Escape|Shift\+Slash)$/.test(key);
}

function wanted(event: KeyboardEvent): string | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  const { code, shiftKey } = meantCode(event);
  return /^(?:Key[A-Z]|Arrow\w+)$/.test(code) ? `${shiftKey ? 'Shift+' : ''}${code}` : undefined;
}
