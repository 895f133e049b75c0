/** For tools that read TypeScript only (the linter): vue-tsc resolves every component to its own type instead. */
declare module '*.vue' {
  import type { Component } from 'vue'
  const component: Component
  export default component
}
