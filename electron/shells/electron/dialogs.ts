import { access } from 'node:fs/promises'
import { app, BrowserWindow, dialog, shell } from 'electron'
import type { ConsoleOptions } from '../../compose.ts'
import type { Words } from '../words.ts'
import { openInBrowser } from './open-external.ts'
import { systemKeys } from './system-keys.ts'
import { startUtilityChild } from './utility-child.ts'

const patienceMs = 2_000

/** A share that does not answer must not hold the person: after two seconds the file counts as not there. */
async function isThere(path: string): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, patienceMs, false)
  })
  const answer = access(path).then(
    () => true,
    () => false,
  )
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer))
}

async function chooseFolder(words: Words): Promise<string | null> {
  const options = {
    title: words.dialog.chooseFolder,
    buttonLabel: words.dialog.choose,
    properties: ['openDirectory' as const, 'createDirectory' as const],
  }
  const window = BrowserWindow.getFocusedWindow()
  const picked = await (window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options))
  return picked.canceled ? null : (picked.filePaths[0] ?? null)
}

/** What services may ask of the desktop. */
export const desktop = (words: () => Words): ConsoleOptions['shell'] => ({
  kind: 'electron',
  chooseFolder: () => chooseFolder(words()),
  showInFolder: async (path) => {
    if (!(await isThere(path))) return 'no_file_window'
    shell.showItemInFolder(path)
    return 'shown'
  },
  openOutside: openInBrowser,
  quit: () => app.quit(),
  startChild: startUtilityChild,
  keyStore: systemKeys,
})
