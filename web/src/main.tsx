import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './shared/theme/global.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { startI18n } from './shared/i18n/index.ts';

await startI18n();
createRoot(document.getElementById('root')!).render(<App />);
