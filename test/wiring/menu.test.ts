import { beforeEach, describe, expect, test, vi } from 'vitest'
import { type MenuActions, menuTemplate, showMenu } from '../../electron/shells/electron/menu.ts'
import { wordsOf } from '../../electron/shells/words.ts'
import { type AskedItem, asked, forgetAsked, readTemplate } from '../electron-stand-in/asked.ts'
import { Menu } from '../electron-stand-in/menu-and-tray.ts'

vi.mock('electron', () => import('../electron-stand-in/electron.ts'))
beforeEach(forgetAsked)

const actions = {
  goTo: vi.fn(),
  backUpNow: vi.fn(),
  showDataFolder: vi.fn(),
  sizeText: vi.fn(),
  quit: vi.fn(),
} satisfies MenuActions
const template = (language: 'zh' | 'en', isMac = false, isPackaged = true) =>
  menuTemplate({ words: wordsOf(language), isMac, isPackaged }, actions)

const texts = (items: readonly AskedItem[]): string[] =>
  items.flatMap(({ label, type, submenu }) => [
    ...(type === 'separator' ? [] : [label ?? '(no text)']),
    ...texts(submenu ?? []),
  ])

describe.each([
  ['macOS', true],
  ['Windows and Linux', false],
])('on %s', (_system, isMac) => {
  test('every item speaks Chinese, none the language of the system', () => {
    const silent = texts(readTemplate(template('zh', isMac, false))).filter((text) => !/\p{Script=Han}/u.test(text))
    // The application's own name.
    expect(silent).toEqual(isMac ? ['Earshot'] : [])
  })

  test('every item speaks English', () => {
    expect(
      texts(readTemplate(template('en', isMac, false))).filter((text) => /\p{Script=Han}|^\(/u.test(text)),
    ).toEqual([])
  })

  test('the two languages have the same items', () => {
    const shape = (items: readonly AskedItem[]): unknown[] =>
      items.map(({ id, role, type, submenu }) => [id, role, type, shape(submenu ?? [])])
    expect(shape(readTemplate(template('en', isMac)))).toEqual(shape(readTemplate(template('zh', isMac))))
  })
})

test('places of the menu go where they say', () => {
  showMenu({ words: wordsOf('zh'), isMac: false, isPackaged: true }, actions)
  for (const id of ['today', 'seats', 'listen', 'tickets', 'exports', 'settings'])
    expect(Menu.getApplicationMenu()?.choose(id)).toBe(true)
  expect(actions.goTo.mock.calls.flat()).toEqual(['/today', '/seats', '/listen', '/tickets', '/exports', '/settings'])
})

test('there is one size: the menu steps that of the text, and the zoom of the window is not offered', () => {
  showMenu({ words: wordsOf('zh'), isMac: false, isPackaged: true }, actions)
  for (const id of ['larger', 'smaller', 'usual']) expect(Menu.getApplicationMenu()?.choose(id)).toBe(true)
  expect(actions.sizeText.mock.calls.flat()).toEqual(['larger', 'smaller', 'usual'])
  const zooming = JSON.stringify(readTemplate(template('zh', true))).match(/zoomIn|zoomOut|resetZoom/)
  expect(zooming).toBeNull()
})

test.each([
  ['larger', ['=', 'Plus', 'numadd']],
  ['smaller', ['-', 'numsub']],
  ['usual', ['0', 'num0']],
])('the keys that every window has for its zoom make the text %s', (step, keys) => {
  const view = template('zh').find((item) => item.label === '显示')?.submenu
  for (const key of keys) {
    actions.sizeText.mockClear()
    const items = Array.isArray(view) ? view.filter((each) => each.accelerator === `CommandOrControl+${key}`) : []
    for (const { click } of items) (click as () => void)()
    expect(actions.sizeText).toHaveBeenCalledExactlyOnceWith(step)
  }
})

test('a new language is a new menu', () => {
  showMenu({ words: wordsOf('zh'), isMac: false, isPackaged: true }, actions)
  const before = asked.menu.map((item) => item.label)
  showMenu({ words: wordsOf('en'), isMac: false, isPackaged: true }, actions)
  expect(before).toEqual(['文件', '编辑', '前往', '显示'])
  expect(asked.menu.map((item) => item.label)).toEqual(['File', 'Edit', 'Go', 'View'])
})

test('editing keys are left to the page, where Ctrl+Z may undo a note and an input method may own the key', () => {
  const edit = template('zh').find((item) => item.label === '编辑')?.submenu
  const roles = Array.isArray(edit) ? edit.filter((item) => item.role !== undefined) : []
  expect(roles.length).toBeGreaterThan(5)
  expect(roles.every((item) => item.registerAccelerator === false)).toBe(true)
})

test('no other item takes a key of its own: keys belong to the page, where they can be remapped', () => {
  const withKeys = (items: Electron.MenuItemConstructorOptions[]): unknown[] =>
    items.flatMap(({ label, accelerator, submenu }) => [
      ...(accelerator === undefined ? [] : [label]),
      ...(Array.isArray(submenu) ? withKeys(submenu) : []),
    ])
  const { larger, smaller, usual } = wordsOf('zh').menu
  expect(new Set(withKeys(template('zh', true, false)))).toEqual(new Set([larger, smaller, usual]))
})

test('developer tools are in the menu of a source tree only', () => {
  const roles = (isPackaged: boolean) => JSON.stringify(readTemplate(template('en', false, isPackaged)))
  expect(roles(true)).not.toContain('toggleDevTools')
  expect(roles(false)).toContain('toggleDevTools')
})
