import { fireEvent, render } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { keyName, useCommands, type CommandOptions } from './commands';

function Page({ onInclude, ...options }: CommandOptions & { onInclude: () => void }) {
  useCommands([{ id: 'include', label: 'Include', key: 'KeyI', run: onInclude }], options);
  return <input aria-label="note" />;
}

describe('commands', () => {
  it('run by the key on the keyboard, whatever letter the layout makes of it', () => {
    const run = vi.fn();
    render(<Page onInclude={run} />);
    fireEvent.keyDown(document.body, { code: 'KeyI', key: 'ш' });
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('do not repeat while the key is held', () => {
    const run = vi.fn();
    render(<Page onInclude={run} />);
    fireEvent.keyDown(document.body, { code: 'KeyI', repeat: true });
    expect(run).not.toHaveBeenCalled();
  });

  it('leave letters to text fields and browser shortcuts to the browser', () => {
    const run = vi.fn();
    const { getByLabelText } = render(<Page onInclude={run} />);
    fireEvent.keyDown(getByLabelText('note'), { code: 'KeyI' });
    fireEvent.keyDown(document.body, { code: 'KeyI', ctrlKey: true });
    expect(run).not.toHaveBeenCalled();
  });

  it('tell when a Chinese input method took the key', () => {
    const run = vi.fn();
    const onInputMethod = vi.fn();
    render(<Page onInclude={run} onInputMethod={onInputMethod} />);
    fireEvent.keyDown(document.body, { code: 'KeyI', key: 'Process', keyCode: 229 });
    expect(run).not.toHaveBeenCalled();
    expect(onInputMethod).toHaveBeenCalledTimes(1);
  });

  it('rest while they are switched off', () => {
    const run = vi.fn();
    render(<Page onInclude={run} active={false} />);
    fireEvent.keyDown(document.body, { code: 'KeyI' });
    expect(run).not.toHaveBeenCalled();
  });

  it('have keys that people can read', () => {
    expect([keyName('KeyZ'), keyName('Shift+KeyZ'), keyName('Digit1'), keyName('Shift+Slash')]).toEqual([
      'Z',
      '⇧Z',
      '1',
      '?',
    ]);
  });
});
