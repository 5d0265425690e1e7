import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { classes } from '../lib/classes';
import { Button } from '../ui';
import styles from './identification.module.css';
import { useText } from './messages';

/** Takes files dropped here or anywhere on the page, many at once; the button does the same from the keyboard. */
export function DropZone({ onFiles }: { onFiles: (files: Iterable<File>) => void }) {
  const text = useText();
  const [over, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const take = useEffectEvent((event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (event.type === 'drop' && event.dataTransfer && event.dataTransfer.files.length > 0)
      onFiles(event.dataTransfer.files);
  });
  useEffect(() => {
    // A file that misses the zone would otherwise replace the page.
    window.addEventListener('dragover', allow);
    window.addEventListener('drop', take);
    return () => {
      window.removeEventListener('dragover', allow);
      window.removeEventListener('drop', take);
    };
  }, []);
  return (
    <div
      className={classes(styles.drop, over && styles.over)}
      onDragOver={() => setOver(true)}
      onDragLeave={() => setOver(false)}
    >
      <p className={styles.dropHead}>{text.drop}</p>
      <p className={styles.muted}>{text.dropHint}</p>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={text.choose}
        onChange={(event) => {
          if (event.target.files) onFiles([...event.target.files]);
          // The same file can be chosen again.
          event.target.value = '';
        }}
      />
      <Button kind="primary" onClick={() => picker.current?.click()}>
        {text.choose}
      </Button>
    </div>
  );
}

function allow(event: DragEvent) {
  event.preventDefault();
}
