import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepMainWindow } from '../../electron/shells/electron/main-window.ts'
import { createWindowEvents } from '../../electron/shells/electron/window-events.ts'
import { wordsOf } from '../../electron/shells/words.ts'
import { StandInEvent } from '../electron-stand-in/app.ts'
import { asked, forgetAsked } from '../electron-stand-in/asked.ts'
import { BrowserWindow } from '../electron-stand-in/browser-window.ts'
import { desktop } from '../electron-stand-in/desktop.ts'

vi.mock('electron', () => import('../electron-stand-in/electron.ts'))

const [stay, leave] = [0, 1]
beforeEach(() => {
  forgetAsked()
  desktop.pressed = []
})
afterEach(() => {
  for (const window of BrowserWindow.getAllWindows()) window.destroy()
  vi.restoreAllMocks()
})

/** The console's window; `hold` is its page that will not go, and gives whether it goes all the same. */
function aWindow() {
  const settings = { readWindowPlace: () => null, saveWindowPlace: () => {} }
  const parts = { settings, preloadPath: '', iconPath: '', title: '', isPackaged: true }
  const pages = { ended: () => {}, ask: async () => true, quit: () => {} }
  const main = keepMainWindow(parts, createWindowEvents(), pages, () => wordsOf('zh').leaving)
  main.show()
  const [window] = BrowserWindow.getAllWindows()
  if (window === undefined) throw new Error('no window')
  const hold = () => {
    const event = new StandInEvent()
    window.webContents.emit('will-prevent-unload', event)
    return event.defaultPrevented ? 'gone' : 'here'
  }
  return { main, window, hold }
}

test('a page that holds words is let go by whoever says so, and by nobody else', () => {
  const { hold } = aWindow()
  desktop.pressed = [stay, leave]
  expect([hold(), hold()]).toEqual(['here', 'gone'])
  // Escape is no answer that loses words.
  expect(hold()).toBe('here')
  const { message, detail, ...buttons } = wordsOf('zh').leaving
  expect(asked.messageBoxes).toEqual(Array(3).fill({ message, detail, buttons: [buttons.stay, buttons.leave] }))
})

test('who stays with their words is led nowhere, and that is no failure', async () => {
  const { main, window } = aWindow()
  const unheard = vi.fn()
  process.on('unhandledRejection', unheard)
  // No spy: it would hear of the refusal itself.
  let loads = 0
  window.loadURL = async () => {
    loads += 1
    throw new Error('ERR_ABORTED (-3)')
  }
  main.showAt('/tickets')
  await new Promise((resolve) => setImmediate(resolve))
  expect(loads).toBe(1)
  expect(unheard).not.toHaveBeenCalled()
  process.off('unhandledRejection', unheard)
})

test('a signal is no person: nobody is asked, and nothing holds the end up', async () => {
  const { closeCleanly } = await import('../../electron/shells/electron/close-cleanly.ts')
  const { hold } = aWindow()
  const others = process.listeners('SIGHUP')
  closeCleanly(async () => {})
  const told = process.listeners('SIGHUP').filter((listener) => !others.includes(listener))
  for (const listener of told) listener('SIGHUP')
  expect(hold()).toBe('gone')
  expect(asked.messageBoxes).toEqual([])
})
