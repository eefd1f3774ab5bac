import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepMainWindow } from '../../electron/shells/electron/main-window.ts'
import { askAfterEnds } from '../../electron/shells/electron/unfinished-words.ts'
import { createWindowEvents } from '../../electron/shells/electron/window-events.ts'
import { wordsOf } from '../../electron/shells/words.ts'
import { aCall, aConsole, accepted, aFolder, clientOf } from '../builders/console.ts'
import { asked, forgetAsked } from '../electron-stand-in/asked.ts'
import { BrowserWindow } from '../electron-stand-in/browser-window.ts'
import { desktop } from '../electron-stand-in/desktop.ts'
import { pages } from '../electron-stand-in/page-host.ts'

vi.mock('electron', () => import('../electron-stand-in/electron.ts'))

const words = wordsOf('zh').ended
const [again, save, quit] = [0, 1, 2]
let folder: ReturnType<typeof aFolder>

beforeEach(() => {
  forgetAsked()
  folder = aFolder()
  desktop.pressed = []
  desktop.pickedFile = null
})
afterEach(() => folder.remove())

/** A window whose page can be ended, and what came of it. */
function aWindow(ask: () => Promise<boolean>) {
  const settings = { readWindowPlace: () => null, saveWindowPlace: () => {} }
  const parts = { settings, preloadPath: '', iconPath: '', title: '', isPackaged: true }
  const happened: string[] = []
  vi.spyOn(pages.host, 'reload').mockImplementation(() => happened.push('loaded'))
  const { show } = keepMainWindow(
    parts,
    createWindowEvents(),
    {
      ended: () => {},
      ask: () => {
        happened.push('asked')
        return ask()
      },
      quit: () => happened.push('quit'),
    },
    () => wordsOf('zh').leaving,
  )
  show()
  const window = BrowserWindow.getAllWindows().at(-1)
  if (window === undefined) throw new Error('no window')
  const end = async (reason = 'crashed') => {
    window.webContents.emit('render-process-gone', {}, { reason, exitCode: 5 })
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { window, happened, end }
}

test('a page that crashed is loaded again twice; the third time within a minute the person is asked', async () => {
  const { happened, end } = aWindow(async () => true)
  for (const _ of [1, 2, 3]) await end()
  expect(happened).toEqual(['loaded', 'loaded', 'asked', 'loaded'])
})

test('who wants to leave leaves; a page that ended cleanly is let go', async () => {
  const { happened, end } = aWindow(async () => false)
  await end('clean-exit')
  for (const _ of [1, 2, 3]) await end('launch-failed')
  expect(happened).toEqual(['loaded', 'loaded', 'asked', 'quit'])
})

test('a window closed while the question stood is left alone', async () => {
  const { window, happened, end } = aWindow(async () => {
    window.destroy()
    return true
  })
  for (const _ of [1, 2, 3]) await end('oom')
  expect(happened).toEqual(['loaded', 'loaded', 'asked'])
})

/** Asks about a window of a console in which a note is half done. */
async function askWith(pressed: number[], pickedFile: string | null, text = '上周买的今天降价了，') {
  Object.assign(desktop, { pressed, pickedFile })
  const console = await aConsole(folder.path)
  const client = clientOf(console.call)
  const { callId } = await aCall(client)
  const draft = { draftId: callId, callId, noteId: null, kind: 'voice' as const, caret: text.length, issueTypeId: null }
  await accepted(client.notes.storeDraft({ ...draft, text, offsetMs: 134_000 }))
  const window = new BrowserWindow()
  const answer = await askAfterEnds(window as never, words, console.call)
  await console.close()
  return answer
}

test('what was typed is saved where the person says, and the question stands again', async () => {
  const file = join(folder.path, '没写完.txt')
  expect(await askWith([save, again], file)).toBe(true)
  expect(readFileSync(file, 'utf8')).toBe('#1 02:14\n上周买的今天降价了，\n')
  expect(asked.messageBoxes).toEqual([
    { message: words.message, detail: words.detail, buttons: [words.again, words.save, words.quit] },
    { message: words.message, detail: `已存到 ${file}。`, buttons: [words.again, words.save, words.quit] },
  ])
})

test('a place that takes no file is told, and another can be chosen', async () => {
  expect(await askWith([save, quit], join(folder.path, 'nowhere', 'a.txt'))).toBe(false)
  expect(asked.messageBoxes[1]?.detail).toBe('没有存下（ENOENT）。请换一个位置再存。')
})

test('without a note half done nothing is written; Escape opens the page again', async () => {
  const file = join(folder.path, 'a.txt')
  expect(await askWith([save], file, '')).toBe(true)
  expect(asked.messageBoxes[1]?.detail).toBe(words.nothing)
  expect(existsSync(file)).toBe(false)
})
