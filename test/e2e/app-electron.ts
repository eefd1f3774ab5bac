import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { electronExecutable } from './shell-option.ts'

const root = join(import.meta.dirname, '..', '..')

/** Why a test of the real Electron is skipped; shown by the reporter. */
export const notRun = 'not run: no Electron binary'

export interface ElectronApp {
  readonly page: Page
  readonly application: ElectronApplication
  /** Quits as the menu would. */
  quit(): Promise<void>
  /** kill -9. */
  kill(): Promise<void>
}

/**
 * The real Electron on the built application; null where its binary is not: skip with `notRun`.
 * Written for the machines of the CI and not run on a machine without the binary.
 */
export async function openElectronApp(dataFolder: string, ...args: string[]): Promise<ElectronApp | null> {
  const executablePath = electronExecutable()
  if (executablePath === undefined) return null
  const application = await _electron.launch({
    executablePath,
    args: [root, '--data', dataFolder, ...args],
    cwd: root,
  })
  const page = await application.firstWindow()
  return {
    page,
    application,
    quit: () => application.close(),
    kill: async () => {
      const ended = application.waitForEvent('close')
      application.process().kill('SIGKILL')
      await ended
    },
  }
}
