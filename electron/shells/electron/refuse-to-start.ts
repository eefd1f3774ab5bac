import { app, dialog } from 'electron'
import type { Words } from '../words.ts'

/** One sentence on screen and on the terminal, exit 1. Works before `ready` too, then on the terminal alone (Linux). */
export function refuseToStart(words: Words, sentence: string): void {
  process.stderr.write(`${sentence}\n`)
  dialog.showErrorBox(words.dialog.cannotStart, sentence)
  app.exit(1)
}
