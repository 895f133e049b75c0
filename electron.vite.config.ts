import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'

const at = (path: string): string => resolve(import.meta.dirname, path)

/** One build, three hosts: the Electron shell, the loopback server and the command line share the main bundle. */
export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        input: {
          index: at('src/main/index.ts'),
          server: at('src/server/index.ts'),
          cli: at('src/cli/index.ts'),
        },
      },
      // Each worker of a live run holds its code by itself.
      minify: true,
      sourcemap: true,
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    build: {
      rolldownOptions: { input: at('src/renderer/index.html') },
      minify: true,
      // The window is read from disk, not from a network: one file is the fastest.
      chunkSizeWarningLimit: 4000,
    },
    plugins: [vue()],
  },
})
