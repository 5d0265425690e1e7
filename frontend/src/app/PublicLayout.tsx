import { Outlet } from 'react-router';
import styles from './app.module.css';
import { LanguageButton, ThemeButton } from './TopBar';

/** Pages before signing in: whoever stands at the door can already choose a language. */
export function PublicLayout() {
  return (
    <>
      <header className={styles.door}>
        <ThemeButton />
        <LanguageButton />
      </header>
      <Outlet />
    </>
  );
}
