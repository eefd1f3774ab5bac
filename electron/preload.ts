import { contextBridge, ipcRenderer } from 'electron'
import type { EarshotEvent } from '../shared/contract/events.ts'
import { channels } from './shells/electron/channels.ts'

/** Asks the door. Resolves with the answer, refusals included. */
const call = (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke(channels.call, name, input)

/** Hears events, as data only: Electron's own event object would hand the page its sender. Returns the way to stop. */
function on(listener: (event: EarshotEvent) => void): () => void {
  const hear = (_event: unknown, data: EarshotEvent) => listener(data)
  ipcRenderer.on(channels.event, hear)
  ipcRenderer.send(channels.listening)
  return () => {
    ipcRenderer.removeListener(channels.event, hear)
  }
}

contextBridge.exposeInMainWorld('earshot', { call, on })
