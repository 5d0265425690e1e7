import { useEffect, useId, useRef, type ReactNode } from 'react';
import { classes } from '../lib/classes';
import { useCommon } from '../lib/i18n';
import { Button } from './Button';
import styles from './ui.module.css';

/** A modal dialog: the browser keeps the focus inside, Escape closes, and the focus goes back where it was. */
export function Dialog({
  title,
  onClose,
  wide = false,
  children,
}: {
  title: string;
  onClose: () => void;
  wide?: boolean;
  children: ReactNode;
}) {
  const text = useCommon();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    // What asked for the focus asked while the dialog was still hidden, and did not get it.
    dialog.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classes(styles.dialog, wide && styles.wide)}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles.dialogHead}>
        <h2 id={heading}>{title}</h2>
        <Button kind="quiet" size="small" onClick={onClose}>
          {text.close}
        </Button>
      </div>
      <div className={styles.dialogBody}>{children}</div>
    </dialog>
  );
}
