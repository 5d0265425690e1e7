import { renderHook } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { Command } from './keyboard';
import {
  holderOf,
  rememberedShortcuts,
  rememberShortcuts,
  usualShortcuts,
  useShortcuts,
  withOwnKeys,
  type Shortcuts,
} from './shortcuts';

function page(shortcuts: Shortcuts = usualShortcuts) {
  const run = { include: vi.fn(), undo: vi.fn(), redo: vi.fn(), next: vi.fn(), help: vi.fn(), one: vi.fn() };
  const onInputMethod = vi.fn();
  const usual: Command[] = [
    { id: 'include', label: '', key: 'KeyI', run: run.include },
    { id: 'undo', label: '', key: 'KeyZ', run: run.undo },
    { id: 'redo', label: '', key: 'Shift+KeyZ', run: run.redo },
    { id: 'next', label: '', key: 'ArrowDown', run: run.next },
    { id: 'help', label: '', key: 'Shift+Slash', run: run.help },
    { id: 'one', label: '', key: 'Digit1', run: run.one },
  ];
  const commands = withOwnKeys(usual, shortcuts);
  renderHook(() => useShortcuts(commands, { shortcuts, onInputMethod }));
  return { ...run, onInputMethod, commands };
}

function press(init: KeyboardEventInit & { keyCode?: number }, target: EventTarget = document.body) {
  target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
}

it('runs the command of a key', () => {
  const { include, redo, undo, next, help, one } = page();
  press({ key: 'i', code: 'KeyI' });
  press({ key: 'Z', code: 'KeyZ', shiftKey: true });
  press({ key: 'ArrowDown', code: 'ArrowDown' });
  press({ key: '?', code: 'Slash', shiftKey: true });
  press({ key: '1', code: 'Numpad1' });
  for (const done of [include, redo, next, help, one]) expect(done).toHaveBeenCalledTimes(1);
  expect(undo).not.toHaveBeenCalled();
});

it('finds Z where a German keyboard has it, and I under a Cyrillic or full-width input', () => {
  const { undo, include } = page();
  press({ key: 'z', code: 'KeyY' });
  press({ key: 'ш', code: 'KeyI' });
  press({ key: 'ｉ', code: 'KeyI' });
  expect(undo).toHaveBeenCalledTimes(1);
  expect(include).toHaveBeenCalledTimes(2);
});

it('leaves keys to an input method and says so', () => {
  const { include, onInputMethod } = page();
  press({ key: 'i', code: 'KeyI', isComposing: true });
  press({ key: 'i', code: 'KeyI', keyCode: 229 });
  expect(onInputMethod).not.toHaveBeenCalled();
  press({ key: 'Process', code: 'KeyI', keyCode: 229 });
  expect(include).not.toHaveBeenCalled();
  expect(onInputMethod).toHaveBeenCalledTimes(1);
});

it('does nothing for a held key, a browser shortcut, a text field or an open dialog', () => {
  const { include } = page();
  press({ key: 'i', code: 'KeyI', repeat: true });
  press({ key: 'i', code: 'KeyI', ctrlKey: true });
  press({ key: 'i', code: 'KeyI', metaKey: true });
  const field = document.body.appendChild(document.createElement('textarea'));
  press({ key: 'i', code: 'KeyI' }, field);
  field.remove();
  const dialog = document.body.appendChild(document.createElement('dialog'));
  dialog.setAttribute('open', '');
  press({ key: 'i', code: 'KeyI' });
  dialog.remove();
  expect(include).not.toHaveBeenCalled();
});

it('can be switched off for single keys, which leaves the arrows', () => {
  const { include, next, onInputMethod } = page({ singleKeys: false, keys: {} });
  press({ key: 'i', code: 'KeyI' });
  press({ key: 'Process', code: 'KeyI', keyCode: 229 });
  press({ key: 'ArrowDown', code: 'ArrowDown' });
  expect(include).not.toHaveBeenCalled();
  expect(onInputMethod).not.toHaveBeenCalled();
  expect(next).toHaveBeenCalledTimes(1);
});

it('takes the own key of a user instead of the usual one, and knows who holds a key', () => {
  const { include, commands } = page({ singleKeys: true, keys: { include: 'KeyR' } });
  press({ key: 'i', code: 'KeyI' });
  expect(include).not.toHaveBeenCalled();
  press({ key: 'r', code: 'KeyR' });
  expect(include).toHaveBeenCalledTimes(1);
  expect(holderOf('KeyR', commands, 'undo')?.id).toBe('include');
  expect(holderOf('KeyR', commands, 'include')).toBeUndefined();
});

it('remembers the keys of each account apart and survives damaged storage', () => {
  rememberShortcuts('ann', { singleKeys: false, keys: { include: 'KeyR' } });
  expect(rememberedShortcuts('ann')).toEqual({ singleKeys: false, keys: { include: 'KeyR' } });
  expect(rememberedShortcuts('bob')).toEqual(usualShortcuts);
  localStorage.setItem('winnow-shortcuts-ann', '{"keys":7');
  expect(rememberedShortcuts('ann')).toEqual(usualShortcuts);
});
