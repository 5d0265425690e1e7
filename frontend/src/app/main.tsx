import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import '../lib/fonts/latin.css';
import '../ui/base.css';
import { applyLanguage } from '../lib/i18n';
import { applyTheme, followSystemTheme } from '../lib/theme';
import { App } from './App';
import { startWorker } from './worker';

applyTheme();
followSystemTheme();
applyLanguage();
startWorker();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
