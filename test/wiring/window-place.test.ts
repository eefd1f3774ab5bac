import { beforeEach, describe, expect, test, vi } from 'vitest'
import { type WindowPlace, whereToOpen } from '../../electron/shells/electron/window-place.ts'
import { openMainWindow } from '../../electron/shells/electron/windows.ts'
import { asked, forgetAsked } from '../electron-stand-in/asked.ts'
import { BrowserWindow } from '../electron-stand-in/browser-window.ts'
import { desktop, nativeTheme } from '../electron-stand-in/desktop.ts'

vi.mock('electron', () => import('../electron-stand-in/electron.ts'))

const laptop = { x: 0, y: 0, width: 1440, height: 860 }
const wide = { x: 1440, y: 0, width: 1920, height: 1040 }
const place = (change: Partial<WindowPlace>): WindowPlace => ({
  x: 40,
  y: 30,
  width: 1200,
  height: 760,
  isMaximized: false,
  ...change,
})

describe('where the window opens', () => {
  test('the first time: 1280 × 800 in the middle', () =>
    expect(whereToOpen(null, [wide])).toEqual({ x: 1760, y: 120, width: 1280, height: 800, isMaximized: false }))

  test('where it stood, also on the second display and maximized', () => {
    const stood = place({ x: 1600, y: 50, isMaximized: true })
    expect(whereToOpen(stood, [laptop, wide])).toEqual(stood)
  })

  test.each([
    ['the display it stood on is gone', place({ x: 1600, y: 50 })],
    ['its title bar is above the screen', place({ y: -40 })],
    ['it hangs out below', place({ y: 850 })],
    ['only a sliver is left at the edge', place({ x: 1400 })],
  ])('in the middle of the first display when %s', (_why, stood) => {
    expect(whereToOpen(stood, [laptop])).toEqual({ x: 120, y: 50, width: 1200, height: 760, isMaximized: false })
  })

  test('never smaller than 1024 × 700', () =>
    expect(whereToOpen(place({ width: 300, height: 200 }), [laptop])).toMatchObject({ width: 1024, height: 700 }))

  test('a size from a larger display is cut to the one that is there', () =>
    expect(whereToOpen(place({ x: 3000, width: 1900, height: 1000 }), [laptop])).toMatchObject(laptop))
})

describe('the window', () => {
  beforeEach(() => {
    forgetAsked()
    desktop.displays = [laptop]
  })
  const open = (remembered: WindowPlace | null = null) => {
    const saved: WindowPlace[] = []
    const settings = { readWindowPlace: () => remembered, saveWindowPlace: (at: WindowPlace) => saved.push(at) }
    const parts = { settings, preloadPath: '', iconPath: '', title: '听线台 Earshot', isPackaged: true }
    openMainWindow(parts)
    const window = BrowserWindow.getAllWindows().at(-1)
    if (window === undefined) throw new Error('no window')
    return { window, saved }
  }

  test('is never smaller than a person can work in, and shows itself when painted', () => {
    const { window } = open()
    expect(asked.windows[0]).toMatchObject({ minWidth: 1024, minHeight: 700, show: false, title: '听线台 Earshot' })
    expect(window.isVisible()).toBe(false)
    window.emit('ready-to-show')
    expect(window.isVisible()).toBe(true)
  })

  test('remembers its place when it is closed', () => {
    const { window, saved } = open(place({}))
    window.bounds = { x: 77, y: 66, width: 1100, height: 720 }
    window.close()
    expect(saved).toEqual([{ x: 77, y: 66, width: 1100, height: 720, isMaximized: false }])
  })

  test('opens maximized when it was', () => expect(open(place({ isMaximized: true })).window.isMaximized()).toBe(true))

  test('keeps its title, whatever the page says: customer words are never in it', () => {
    const event = { preventDefault: vi.fn() }
    open().window.emit('page-title-updated', event, '客户的话')
    expect(event.preventDefault).toHaveBeenCalledOnce()
  })

  test.each([
    ['light', '#f3f5f7'],
    ['dark', '#11181d'],
  ] as const)('is %s before the first paint when the theme is', (theme, color) => {
    nativeTheme.themeSource = theme
    open()
    expect(asked.windows[0]?.backgroundColor).toBe(color)
  })
})
