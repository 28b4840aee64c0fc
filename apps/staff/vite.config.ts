import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The server answers /desk, /admin, /sign-in and /setup with the first page, /desk/second with the second one, which
 * carries no component library, and serves /assets/ with long caching.
 */
export default defineConfig({
  base: '/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    reportCompressedSize: true,
    rolldownOptions: { input: ['index.html', 'second.html'] },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
