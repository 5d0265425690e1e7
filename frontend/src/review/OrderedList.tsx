import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useCommon } from '../lib/i18n';
import { Button } from '../ui';
import { moved } from '../lib/moved';
import { useText } from './messages';
import styles from './review.module.css';

/**
 * A list whose order matters. Items move by their buttons, or by Alt with the arrow keys from anywhere inside of them;
 * the focus goes with the item, and its new place is read out.
 */
export function OrderedList<T extends { id: string }>({
  items,
  name,
  onChange,
  children,
}: {
  items: readonly T[];
  name: (place: number) => string;
  onChange: (items: T[]) => void;
  children: (item: T) => ReactNode;
}) {
  const text = useText().protocol;
  const common = useCommon();
  const list = useRef<HTMLOListElement>(null);
  const focusNext = useRef<{ id: string; control: string }>(undefined);
  const [said, setSaid] = useState('');

  useEffect(() => {
    const wanted = focusNext.current;
    if (!wanted) return;
    focusNext.current = undefined;
    const item = list.current?.querySelector(`[data-item="${wanted.id}"]`);
    const control =
      item?.querySelector(`[data-control="${wanted.control}"] button:not(:disabled)`) ??
      item?.querySelector('textarea, input');
    if (control instanceof HTMLElement) control.focus();
  });

  function move(from: number, by: -1 | 1, control: string) {
    const item = items[from];
    const to = from + by;
    if (!item || to < 0 || to >= items.length) return;
    focusNext.current = { id: item.id, control };
    setSaid(text.moved(name(from + 1), to + 1, items.length));
    onChange(moved(items, from, by));
  }

  function onKeyDown(event: KeyboardEvent, place: number) {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(place, event.key === 'ArrowUp' ? -1 : 1, event.key === 'ArrowUp' ? 'up' : 'down');
  }

  return (
    <>
      <ol className={styles.ordered} ref={list}>
        {items.map((item, i) => (
          <li
            key={item.id}
            data-item={item.id}
            className={styles.item}
            onKeyDown={(event) => onKeyDown(event, i)}
          >
            <span className={styles.place} aria-hidden="true">
              {i + 1}
            </span>
            <div className={styles.itemBody} role="group" aria-label={name(i + 1)}>
              {children(item)}
            </div>
            <div className={styles.moves}>
              <span data-control="up">
                <Button
                  size="small"
                  aria-label={text.moveUp(name(i + 1))}
                  disabled={i === 0}
                  onClick={() => move(i, -1, 'up')}
                >
                  ↑
                </Button>
              </span>
              <span data-control="down">
                <Button
                  size="small"
                  aria-label={text.moveDown(name(i + 1))}
                  disabled={i === items.length - 1}
                  onClick={() => move(i, 1, 'down')}
                >
                  ↓
                </Button>
              </span>
              <Button
                size="small"
                kind="quiet"
                title={common.remove}
                aria-label={text.removeOne(name(i + 1))}
                onClick={() => onChange(items.filter((one) => one.id !== item.id))}
              >
                ×
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}
