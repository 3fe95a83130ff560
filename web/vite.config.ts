import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: false,
    target: 'es2022',
    chunkSizeWarningLimit: 900,
    // Shared words and schemas may be imported from the pure floors beside this folder.
  },
  server: {
    fs: { allow: ['..'] },
    proxy: { '/api': 'http://127.0.0.1:4848', '/open': 'http://127.0.0.1:4848' },
  },
});
