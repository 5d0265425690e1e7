import { useLayoutEffect, useRef } from 'react';

/**
 * Something that can be done, said once: the button, the shortcut and the key sheet read the same list.
 * `key` is a `KeyboardEvent.code`, so that it is the same key under every keyboard layout and input method:
 * `KeyI`, `Shift+KeyZ`, `Digit1`, `ArrowDown`, `Slash`, `Shift+Slash`, `Escape`.
 */
export interface Command {
  id: string;
  label: string;
  key?: string;
  disabled?: boolean;
  run: () => void;
}

export interface CommandOptions {
  /** False while a dialog is open or the user turned single-key shortcuts off. */
  active?: boolean;
  /** A letter went to a Chinese (or other) input method instead of to a command. */
  onInputMethod?: () => void;
}

/** Binds the commands' keys to the whole page while the component is shown. */
export function useCommands(commands: readonly Command[], options: CommandOptions = {}): void {
  const latest = useRef({ commands, options });
  // With the paint and not some time after it: a key may follow at once.
  useLayoutEffect(() => {
    latest.current = { commands, options };
  });
  useLayoutEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const { commands: now, options: how } = latest.current;
      if (how.active === false || event.defaultPrevented || isTyping(event.target)) return;
      if (goesToInputMethod(event)) {
        how.onInputMethod?.();
        return;
      }
      const command = commandFor(event, now);
      if (!command) return;
      event.preventDefault();
      // A held key repeats; a decision must not.
      if (!event.repeat || isMovement(event.code)) command.run();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

export function commandFor(
  event: Pick<KeyboardEvent, 'code' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>,
  commands: readonly Command[],
): Command | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  const pressed = (event.shiftKey ? 'Shift+' : '') + event.code;
  return commands.find((command) => command.key === pressed && !command.disabled);
}

/** True while the letters belong to a text field. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit', 'range', 'file'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function goesToInputMethod(event: KeyboardEvent): boolean {
  return event.isComposing || event.key === 'Process' || event.keyCode === 229;
}

function isMovement(code: string): boolean {
  return code.startsWith('Arrow') || code === 'KeyJ' || code === 'KeyK';
}

const named: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Slash: '/',
  'Shift+Slash': '?',
  Enter: '↵',
  Escape: 'Esc',
  Space: '␣',
};

/** How a key is written on the page. */
export function keyName(key: string): string {
  const known = named[key];
  if (known) return known;
  const shift = key.startsWith('Shift+');
  const bare = shift ? key.slice('Shift+'.length) : key;
  const plain = named[bare] ?? bare.replace(/^(Key|Digit|Numpad)/, '');
  return shift ? `⇧${plain}` : plain;
}
