import { defineConfig } from 'vite';

/** One module that draws the residents' pages on the server, with all that it needs inside: see `ResidentPages`. */
export default defineConfig({
  build: {
    ssr: 'src/entry/pages.tsx',
    outDir: 'dist',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
  },
  ssr: { noExternal: true },
});
