import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { readAddress } from './features/lobby/door.ts';
import { speak, TextProvider } from './text/TextProvider.tsx';
import './ui/global.css';
import { followTheme } from './ui/theme.ts';
import { uiStore } from './ui/uiStore.ts';

readAddress();
const container = document.getElementById('root');
if (!container) throw new Error('index.html has no #root');
followTheme();
const spoken = await speak(uiStore.getState().language);
createRoot(container).render(
  <StrictMode>
    <TextProvider first={spoken}>
      <ErrorBoundary>
        <App />
      </ErrorBoundary>
    </TextProvider>
  </StrictMode>,
);
