import { Outlet } from 'react-router';
import styles from './app.module.css';
import { TopBar } from './TopBar';

/** Pages outside of a review. */
export function TopLayout() {
  return (
    <>
      <TopBar />
      <main id="content" tabIndex={-1} className={styles.page}>
        <Outlet />
      </main>
    </>
  );
}
