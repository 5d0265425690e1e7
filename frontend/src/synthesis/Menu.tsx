import { useEffect, useRef } from 'react';
import { classes } from '../lib/classes';
import styles from './synthesis.module.css';

/** A button that opens a list of downloads; Escape and a click elsewhere close it. */
export function Menu({
  label,
  items,
  size = 'normal',
}: {
  label: string;
  size?: 'normal' | 'small';
  items: readonly { readonly label: string; readonly href: string }[];
}) {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const { current } = menu;
      if (!current?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        if (current.contains(document.activeElement)) current.querySelector('summary')?.focus();
      } else if (event.target instanceof Node && current.contains(event.target)) return;
      current.open = false;
    };
    document.addEventListener('click', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('click', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  return (
    <details ref={menu} className={classes(styles.menu, size === 'small' && styles.smallMenu)}>
      <summary>{label}</summary>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} download>
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
