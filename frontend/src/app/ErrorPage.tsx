import { useRouteError } from 'react-router';
import { useTitle } from '../lib/title';
import { Button, LinkButton, PageHeader } from '../ui';
import styles from './app.module.css';
import { useText } from './messages';

export function NotFoundPage() {
  const text = useText();
  useTitle(text.notFound);
  return (
    <div className={styles.page}>
      <PageHeader title={text.notFound}>{text.notFoundText}</PageHeader>
      <LinkButton to="/" kind="primary">
        {text.toHome}
      </LinkButton>
    </div>
  );
}

/** A page that threw. A missing file of an older version is told apart: the server was updated meanwhile. */
export function ErrorPage() {
  const text = useText();
  const outdated = isMissingFile(useRouteError());
  useTitle(text.broken);
  return (
    <main className={styles.page}>
      <PageHeader
        title={outdated ? text.newVersion : text.broken}
        actions={
          <>
            <Button kind="primary" onClick={() => window.location.reload()}>
              {text.reload}
            </Button>
            <LinkButton to="/">{text.toHome}</LinkButton>
          </>
        }
      >
        {outdated ? text.newVersionText : text.brokenText}
      </PageHeader>
    </main>
  );
}

function isMissingFile(error: unknown): boolean {
  return (
    error instanceof TypeError &&
    /dynamically imported module|module script|Importing a module/i.test(error.message)
  );
}
