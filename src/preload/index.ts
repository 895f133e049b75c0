import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge, CallResult } from '../contract'

/** All that the window gets: two functions, no channel names, nothing of Electron. */
const bridge: Bridge = {
  call: (name, payload) => ipcRenderer.invoke('cerrojo:call', name, payload) as Promise<CallResult>,
  onEvent(listener) {
    const forward = (_event: unknown, hostEvent: unknown): void => listener(hostEvent)
    ipcRenderer.on('cerrojo:event', forward)
    return () => void ipcRenderer.removeListener('cerrojo:event', forward)
  },
}

contextBridge.exposeInMainWorld('cerrojo', bridge)
