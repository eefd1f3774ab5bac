import { type BrowserWindow, dialog, type MessageBoxSyncOptions } from 'electron'
import type { Words } from '../words.ts'
import { isToldToEnd } from './close-cleanly.ts'

const buttons = ['stay', 'leave'] as const

/**
 * Asks where the page holds its window over words that are nowhere else: closed, loaded anew or led elsewhere, they would be gone. Electron by
 * itself asks nobody, and the window would refuse to close without a word. Who presses Escape stays.
 */
export function askBeforeLeaving(window: BrowserWindow, words: () => Words['leaving']): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const { message, detail, ...labels } = words()
    const box: MessageBoxSyncOptions = {
      type: 'question',
      ...{ message, detail },
      buttons: buttons.map((button) => labels[button]),
      defaultId: buttons.indexOf('stay'),
      cancelId: buttons.indexOf('stay'),
      noLink: true,
    }
    // A system that ends its programs waits for nobody's answer. To prevent the default is to let the page go.
    if (isToldToEnd() || buttons[dialog.showMessageBoxSync(window, box)] === 'leave') event.preventDefault()
  })
}
