import { render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Dialog } from './Dialog';
import { TextField } from './Field';

describe('a dialog', () => {
  const { showModal } = HTMLDialogElement.prototype;
  afterEach(() => {
    HTMLDialogElement.prototype.showModal = showModal;
  });

  it('gives the focus to the field that asks for it, not to what browsers choose', () => {
    // As browsers do: a hidden field cannot be focused, and the first button is when it opens.
    HTMLDialogElement.prototype.showModal = function show(this: HTMLDialogElement) {
      this.open = true;
      this.querySelector('button')?.focus();
    };
    render(
      <Dialog title="Why?" onClose={() => undefined}>
        <TextField label="Numbers" value="" onChange={() => undefined} autoFocus />
      </Dialog>,
    );
    expect(document.activeElement).toBe(screen.getByLabelText('Numbers'));
  });
});
