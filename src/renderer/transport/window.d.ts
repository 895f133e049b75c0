import type { Bridge } from '../../contract'

declare global {
  interface Window {
    /** Exposed by the preload under Electron; absent in a browser. */
    readonly cerrojo?: Bridge
  }
}
