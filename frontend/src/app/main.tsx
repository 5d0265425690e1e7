import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import '../ui/fonts.css';
import '../ui/base.css';
import { applyLanguage } from '../lib/i18n';
import { applyTheme, followSystemTheme } from '../lib/theme';
import { App } from './App';

applyTheme();
followSystemTheme();
applyLanguage();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

// Chinese faces come after the first paint: their style sheet alone is larger than a page's code.
const later = typeof requestIdleCallback === 'function' ? requestIdleCallback : setTimeout;
later(() => void import('../ui/fonts-more.css'));
