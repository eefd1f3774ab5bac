import type { EarshotEvent } from '../../../shared/contract/events.ts'
import { type ConsoleOptions, openConsole } from '../../compose.ts'
import type { Language } from '../../data-folder.ts'
import { remindOfSeats } from '../reminders/remind-of-seats.ts'
import { systemTimers } from '../timers.ts'
import { wordsOf } from '../words.ts'
import { openInBrowser, showInFileWindow } from './file-window.ts'
import { openAppWindow } from './open-window.ts'
import { openServer } from './server.ts'
import { showSystemNotice } from './system-notice.ts'

export interface RunOptions extends Omit<ConsoleOptions, 'shell'> {
  readonly port: number
  readonly opensWindow: boolean
  readonly rendererRoot: string
  /** Asked when a window says quit. */
  quit(): void
}

export type Running = { ok: true; address: string; close(): Promise<void> } | { ok: false; sentence: string }

/** The console behind its loopback server, with an app window on it where there is a screen. */
export async function runBrowserShell(options: RunOptions): Promise<Running> {
  const opened = await openConsole({
    ...options,
    shell: {
      kind: 'browser',
      chooseFolder: async () => 'not_here',
      showInFolder: showInFileWindow,
      openOutside: openInBrowser,
      quit: () => options.quit(),
    },
  })
  if (!opened.ok) return opened
  const { console } = opened
  try {
    const windows = new Set<(event: EarshotEvent) => void>()
    const server = await openServer({
      call: console.call,
      on: (listener) => {
        const stop = console.on(listener)
        windows.add(listener)
        return () => {
          windows.delete(listener)
          stop()
        }
      },
      root: options.rendererRoot,
      port: options.port,
    })
    const window = options.opensWindow
      ? await openAppWindow({
          address: server.oneTimeAddress(),
          dataFolder: options.dataFolder,
          place: options.settings.readWindowPlace(),
        })
      : null
    const stopReminding = remindOfSeats({
      console,
      words: () => wordsOf(options.settings.read().language),
      timers: systemTimers,
      now: () => new Date().toISOString(),
      // Where nobody asked for a window, nobody sits at this screen: whoever has the page open is told by it.
      notify: (text) => (options.opensWindow ? showSystemNotice(text) : Promise.reject(new Error('no screen of ours'))),
      remindInWindow: () => {
        for (const tell of windows) tell({ kind: 'remindOfSeats' })
      },
    })
    return {
      ok: true,
      address: server.address,
      close: async () => {
        stopReminding()
        // First, while somebody is there to take what the page stores on its way out.
        await window?.close()
        await server.close()
        await console.close()
      },
    }
  } catch (error) {
    await console.close()
    const code = error instanceof Error && 'code' in error ? error.code : ''
    const language = options.settings.read().language
    if (code === 'EADDRINUSE' || code === 'EACCES')
      return { ok: false, sentence: portSentence(code, options.port, language) }
    throw error
  }
}

function portSentence(code: 'EADDRINUSE' | 'EACCES', port: number, language: Language): string {
  if (language === 'zh')
    return code === 'EADDRINUSE'
      ? `端口 ${port} 已被占用。请用 --port 另选一个，或用 --port 0 任选空闲端口。`
      : `没有权限使用端口 ${port}。请用 --port 另选一个，或用 --port 0 任选空闲端口。`
  return code === 'EADDRINUSE'
    ? `Port ${port} is in use. Choose another with --port, or any free one with --port 0.`
    : `Port ${port} may not be used by this account. Choose another with --port, or any free one with --port 0.`
}
