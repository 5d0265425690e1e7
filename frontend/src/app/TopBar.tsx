import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { http } from '../api/http';
import { sessionQuery } from '../api/queries';
import type { Session } from '../api/schema';
import { languageTag, setLanguage, useLanguage, type Language } from '../lib/i18n';
import { setTheme, useTheme, type Theme } from '../lib/theme';
import styles from './app.module.css';
import { useText } from './messages';

export function TopBar({ children }: { children?: ReactNode }) {
  const text = useText();
  return (
    <header className={styles.top}>
      <a className={styles.skip} href="#content">
        {text.skip}
      </a>
      <Link className={styles.brand} to="/">
        {'Winnow'}
      </Link>
      {children ?? <span className={styles.spring} />}
      <ThemeButton />
      <LanguageButton />
      <AccountMenu />
    </header>
  );
}

const nextTheme: { [T in Theme]: Theme } = { system: 'light', light: 'dark', dark: 'system' };
const themeSign: { [T in Theme]: string } = { system: '◐', light: '☀', dark: '☾' };

export function ThemeButton() {
  const text = useText();
  const theme = useTheme();
  const label = text.themeLabel(text.theme[theme]);
  return (
    <button
      type="button"
      className={styles.topButton}
      aria-label={label}
      title={label}
      onClick={() => setTheme(nextTheme[theme])}
    >
      <span aria-hidden="true">{themeSign[theme]}</span>
    </button>
  );
}

/** Changes the language at once, and keeps it with the account when somebody is signed in. */
export function LanguageButton() {
  const text = useText();
  const language = useLanguage();
  const client = useQueryClient();
  const session = useQuery(sessionQuery);
  const keep = useMutation({
    mutationFn: (next: Language) =>
      http.put('/account', { displayName: session.data?.account?.displayName, language: next }),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  });
  const other: Language = language === 'en' ? 'zh' : 'en';
  return (
    <button
      type="button"
      className={styles.topButton}
      lang={languageTag(other)}
      aria-label={text.switchLanguageLabel}
      onClick={() => {
        setLanguage(other);
        if (session.data?.account) keep.mutate(other);
      }}
    >
      {other === 'zh' ? <ChineseMark /> : text.switchLanguage}
    </button>
  );
}

/** 中文, drawn: the word alone is not worth a font file, and a machine may have no Chinese font of its own. */
function ChineseMark() {
  return (
    <svg className={styles.mark} viewBox="0 0 50 24" aria-hidden="true">
      <path d="M4 8h18v8H4zM13 3v19M28 7h20M38 3v4M32 7q3 10 15 15M44 7q-3 10-15 15" />
    </svg>
  );
}

function AccountMenu() {
  const text = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const location = useLocation();
  const menu = useRef<HTMLDetailsElement>(null);
  const { data: session } = useQuery(sessionQuery);
  const signOut = useMutation({
    mutationFn: () => http.delete('/session'),
    onSettled: () => {
      const known = client.getQueryData<Session>(sessionQuery.queryKey);
      client.clear();
      // Nothing of the former account may flash up for the next one.
      if (known)
        client.setQueryData<Session>(sessionQuery.queryKey, {
          signedIn: false,
          local: known.local,
          oidc: known.oidc,
        });
      void navigate('/sign-in');
    },
  });
  useEffect(() => {
    if (menu.current) menu.current.open = false;
  }, [location]);
  if (!session?.account) return null;
  return (
    <details
      ref={menu}
      className={styles.account}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && menu.current?.open) {
          menu.current.open = false;
          menu.current.querySelector('summary')?.focus();
        }
      }}
      onBlur={(event) => {
        if (menu.current && !menu.current.contains(event.relatedTarget)) menu.current.open = false;
      }}
    >
      <summary className={styles.topButton}>{session.account.displayName} ▾</summary>
      <div className={styles.accountMenu}>
        <Link className={styles.topLink} to="/">
          {text.home}
        </Link>
        <Link className={styles.topLink} to="/check-flow">
          {text.checkFlow}
        </Link>
        {session.account.administrator && (
          <Link className={styles.topLink} to="/administration">
            {text.administration}
          </Link>
        )}
        <Link className={styles.topLink} to="/account">
          {text.account}
        </Link>
        <button type="button" className={styles.topButton} onClick={() => signOut.mutate()}>
          {text.signOut}
        </button>
      </div>
    </details>
  );
}
