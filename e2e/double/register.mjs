import { registerHooks } from 'node:module'

const url = new URL('./electron.mjs', import.meta.url).href
registerHooks({
  resolve: (spec, ctx, next) =>
    spec === 'electron' || spec === 'electron/main'
      ? { url, format: 'module', shortCircuit: true }
      : next(spec, ctx),
})
