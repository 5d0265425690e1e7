import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link } from 'react-router';
import { classes } from '../lib/classes';
import { keyName } from '../lib/keyboard';
import styles from './ui.module.css';

export type ButtonKind = 'primary' | 'plain' | 'danger' | 'quiet';
type Size = 'normal' | 'small';

interface Look {
  kind?: ButtonKind;
  size?: Size;
}

function look({ kind = 'plain', size = 'normal' }: Look): string {
  return classes(styles.button, kind !== 'plain' && styles[kind], size === 'small' && styles.small);
}

interface ButtonProps extends Look, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  /** The shortcut that does the same (`KeyboardEvent.code`). */
  shortcut?: string | undefined;
  busy?: boolean;
}

export function Button({
  kind,
  size,
  shortcut,
  busy = false,
  children,
  type = 'button',
  disabled,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={look({ ...(kind && { kind }), ...(size && { size }) })}
      disabled={disabled === true || busy}
      aria-busy={busy || undefined}
    >
      {children}
      {shortcut !== undefined && <kbd aria-hidden="true">{keyName(shortcut)}</kbd>}
    </button>
  );
}

export function LinkButton({ to, kind, size, children }: Look & { to: string; children: ReactNode }) {
  return (
    <Link to={to} className={look({ ...(kind && { kind }), ...(size && { size }) })}>
      {children}
    </Link>
  );
}

/** A link that the browser itself follows: a download, or a sign-in elsewhere. */
export function PlainLinkButton({
  href,
  kind,
  size,
  download,
  children,
}: Look & { href: string; download?: boolean; children: ReactNode }) {
  return (
    <a href={href} download={download} className={look({ ...(kind && { kind }), ...(size && { size }) })}>
      {children}
    </a>
  );
}
