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
    // The pure floors do nothing when they are loaded: of them only what is used goes to the browser.
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /\/src\/(base|stages)\//, sideEffects: false }] },
    },
  },
  server: {
    fs: { allow: ['..'] },
    proxy: { '/api': 'http://127.0.0.1:4848', '/open': 'http://127.0.0.1:4848' },
  },
});
