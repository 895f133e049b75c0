import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const at = (path: string): string => resolve(import.meta.dirname, path)

/** Makes workers of live runs scripts, which the host compiles for them (src/live/workerCode.ts). */
const liveWorkerScript: Plugin = {
  name: 'cerrojo:live-worker-script',
  config: ({ build }) => {
    // What is imported with `?modulePath` is built by itself, with its path as the only input.
    const input = build?.rolldownOptions?.input
    const isLiveWorker = typeof input === 'string' && input.endsWith('/live/live.worker.ts')
    return isLiveWorker ? { build: { rolldownOptions: { output: { format: 'cjs' } } } } : undefined
  },
}

/** One build, three hosts: the Electron shell, the loopback server and the command line share the main bundle. */
export default defineConfig({
  main: {
    plugins: [liveWorkerScript],
    build: {
      rolldownOptions: {
        input: {
          index: at('src/main/index.ts'),
          server: at('src/server/index.ts'),
          cli: at('src/cli/index.ts'),
        },
      },
      // Each worker of a live run holds the source of its code by itself.
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
