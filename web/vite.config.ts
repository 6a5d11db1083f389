import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// The server of a development checkout; the built page is served by that server itself, so there is no proxy then.
const server = 'http://127.0.0.1:4200'

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['chrome123', 'firefox125', 'safari17.5'],
    modulePreload: { polyfill: false },
    sourcemap: false,
    manifest: true,
    // Inlined assets would need data: in the content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 2 }],
        },
      },
    },
  },
  server: { port: 4201, strictPort: true, proxy: { '/api': { target: server, changeOrigin: false } } },
})
