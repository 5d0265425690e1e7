import { useLayoutEffect, useRef } from 'react';
import { commandFor, isTyping, type Command } from './keyboard';
import { remember, remembered } from './remembered';

/** The user's own choice of keys. */
export interface Shortcuts {
  /** WCAG 2.1.4: keys of a single character can be switched off; arrows and Escape still work. */
  readonly singleKeys: boolean;
  /** By command; the others keep their usual key. */
  readonly keys: Readonly<Record<string, string>>;
}

export const usualShortcuts: Shortcuts = { singleKeys: true, keys: {} };

export function rememberedShortcuts(account: string): Shortcuts {
  try {
    const stored: unknown = JSON.parse(remembered(`shortcuts-${account}`) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return usualShortcuts;
    const singleKeys = !('singleKeys' in stored) || stored.singleKeys !== false;
    const given =
      'keys' in stored && typeof stored.keys === 'object' && stored.keys !== null ? stored.keys : {};
    const keys = Object.fromEntries(Object.entries(given).filter(([, key]) => typeof key === 'string'));
    return { singleKeys, keys };
  } catch {
    return usualShortcuts;
  }
}

export function rememberShortcuts(account: string, shortcuts: Shortcuts): void {
  remember(`shortcuts-${account}`, JSON.stringify(shortcuts));
}

/** The commands with the user's keys in place of the usual ones. */
export function withOwnKeys(commands: readonly Command[], { keys }: Shortcuts): readonly Command[] {
  return commands.map((command) => {
    const key = keys[command.id];
    return key === undefined ? command : { ...command, key };
  });
}

/** The other command that has this key already: no key is bound twice. */
export function holderOf(key: string, commands: readonly Command[], except: string): Command | undefined {
  return commands.find((command) => command.id !== except && command.key === key);
}

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'isComposing' | 'keyCode'>;

/**
 * The key that is meant, as the `code` of commands. A Latin letter counts as the one that it types, so that Z is where a
 * German or French keyboard shows it; with every other script (Cyrillic, Greek, full-width Chinese) the place on the
 * keyboard counts. The number pad counts as digits.
 */
export function meantCode({ key, code, shiftKey }: Press): { code: string; shiftKey: boolean } {
  if (/^[A-Za-z]$/.test(key)) return { code: `Key${key.toUpperCase()}`, shiftKey };
  if (/^[0-9]$/.test(key)) return { code: `Digit${key}`, shiftKey: false };
  if (key === '?' || key === '？') return { code: 'Slash', shiftKey: true };
  if (key === '/' || key === '、') return { code: 'Slash', shiftKey: false };
  return { code: code.replace(/^Numpad(?=\d)/, 'Digit'), shiftKey };
}

/** An input method has taken the key: it never decides anything. */
export function goesToInputMethod(press: Press): boolean {
  return press.isComposing || press.keyCode === 229 || press.key === 'Process';
}

export function isSingleKey(code: string): boolean {
  return /^(?:Shift\+)?(?:Key[A-Z]|Digit\d|Slash)$/.test(code);
}

interface Keyboard {
  readonly shortcuts: Shortcuts;
  readonly onInputMethod?: () => void;
}

/**
 * Binds commands to the page. Held keys, keys in text fields, keys of an input method and keys while a dialog is open do
 * nothing.
 */
export function useShortcuts(commands: readonly Command[], keyboard: Keyboard): void {
  const latest = useRef({ commands, keyboard });
  // With the paint and not some time after it: a key may follow at once.
  useLayoutEffect(() => {
    latest.current = { commands, keyboard };
  });
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { commands: now, keyboard: how } = latest.current;
      if (event.defaultPrevented || aDialogIsOpen()) return;
      // The space bar presses the button that has the focus.
      if (event.code === 'Space' && pressesSomething(event.target)) return;
      const typing = isTyping(event.target);
      if (goesToInputMethod(event)) {
        if (!typing && how.shortcuts.singleKeys && event.key === 'Process') how.onInputMethod?.();
        return;
      }
      if (typing && event.key !== 'Escape') return;
      const { ctrlKey, altKey, metaKey } = event;
      const command = commandFor({ ...meantCode(event), ctrlKey, altKey, metaKey }, now);
      if (command?.key === undefined || (isSingleKey(command.key) && !how.shortcuts.singleKeys)) return;
      event.preventDefault();
      if (!event.repeat) command.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function pressesSomething(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('button, a, input, summary, [role=button]') !== null;
}

function aDialogIsOpen(): boolean {
  return document.querySelector('dialog[open]') !== null;
}
