import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['src/renderer/**'],
        },
      },
      {
        plugins: [vue()],
        test: { name: 'web', environment: 'happy-dom', include: ['src/renderer/**/*.test.ts'] },
      },
    ],
  },
})
