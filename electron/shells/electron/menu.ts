import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { TextSizeStep } from '../../../shared/domain/house/text-size.ts'
import type { Words } from '../words.ts'

export interface MenuActions {
  goTo(path: string): void
  backUpNow(): void
  showDataFolder(): void
  sizeText(step: TextSizeStep): void
  quit(): void
}

export interface MenuFacts {
  words: Words
  isMac: boolean
  isPackaged: boolean
}

type Items = MenuItemConstructorOptions[]

const line = { type: 'separator' } as const

/** Shown beside the text, but left to the page: there Ctrl+Z may undo a note, and an input method may own the key. */
const leftToThePage = { registerAccelerator: false } as const

const macMenu = ({ menu }: Words, { goTo }: MenuActions): Items => [
  {
    label: 'Earshot',
    submenu: [
      { role: 'about', label: menu.about },
      line,
      { id: 'settings', label: menu.settings, click: () => goTo('/settings') },
      line,
      { role: 'hide', label: menu.hide },
      { role: 'hideOthers', label: menu.hideOthers },
      { role: 'unhide', label: menu.showAll },
      line,
      { role: 'quit', label: menu.quit },
    ],
  },
]

const fileMenu = ({ menu }: Words, isMac: boolean, actions: MenuActions): MenuItemConstructorOptions => ({
  label: menu.file,
  submenu: [
    { id: 'back-up', label: menu.backUpNow, click: actions.backUpNow },
    { id: 'data-folder', label: menu.showDataFolder, click: actions.showDataFolder },
    line,
    ...(isMac
      ? [{ role: 'close' as const, label: menu.close }]
      : [
          { id: 'settings', label: menu.settings, click: () => actions.goTo('/settings') },
          line,
          { id: 'quit', label: menu.quit, click: actions.quit },
        ]),
  ],
})

const editMenu = ({ menu }: Words): MenuItemConstructorOptions => ({
  label: menu.edit,
  submenu: [
    { role: 'undo', label: menu.undo, ...leftToThePage },
    { role: 'redo', label: menu.redo, ...leftToThePage },
    line,
    { role: 'cut', label: menu.cut, ...leftToThePage },
    { role: 'copy', label: menu.copy, ...leftToThePage },
    { role: 'paste', label: menu.paste, ...leftToThePage },
    { role: 'selectAll', label: menu.selectAll, ...leftToThePage },
  ],
})

const goMenu = ({ menu }: Words, { goTo }: MenuActions): MenuItemConstructorOptions => ({
  label: menu.go,
  submenu: (['today', 'seats', 'listen', 'tickets', 'exports'] as const).map((place) => ({
    id: place,
    label: menu[place],
    click: () => goTo(`/${place}`),
  })),
})

/** The keys that every window has for its zoom; the page does the same by its own, which can be changed. */
const sizeKeys: readonly [TextSizeStep, ...string[]][] = [
  ['larger', 'CommandOrControl+=', 'CommandOrControl+Plus', 'CommandOrControl+numadd'],
  ['smaller', 'CommandOrControl+-', 'CommandOrControl+numsub'],
  ['usual', 'CommandOrControl+0', 'CommandOrControl+num0'],
]

/** One line for each step with its first key; an item takes one key alone, so that the others stand in items out of sight. */
const sizeItems = ({ menu }: Words, sizeText: MenuActions['sizeText']): Items =>
  sizeKeys.flatMap(([step, ...keys]) =>
    keys.map((accelerator, index) => ({
      ...(index === 0 ? { id: step } : { visible: false }),
      label: menu[step],
      accelerator,
      click: () => sizeText(step),
    })),
  )

/** The size of the text is a setting; the window's own zoom beside it would be a second size that no setting shows. */
const viewMenu = (words: Words, isPackaged: boolean, { sizeText }: MenuActions): MenuItemConstructorOptions => ({
  label: words.menu.view,
  submenu: [
    ...sizeItems(words, sizeText),
    line,
    { role: 'togglefullscreen', label: words.menu.fullScreen },
    ...(isPackaged ? [] : [line, { role: 'toggleDevTools' as const, label: words.menu.developer }]),
  ],
})

const windowMenu = ({ menu }: Words): MenuItemConstructorOptions => ({
  label: menu.window,
  role: 'windowMenu',
  submenu: [
    { role: 'minimize', label: menu.minimize },
    { role: 'zoom', label: menu.zoom },
    line,
    { role: 'front', label: menu.front },
  ],
})

/** The whole menu as data. Every item carries its own text: a role's built-in text is in the system's language, not ours. */
export const menuTemplate = ({ words, isMac, isPackaged }: MenuFacts, actions: MenuActions): Items => [
  ...(isMac ? macMenu(words, actions) : []),
  fileMenu(words, isMac, actions),
  editMenu(words),
  goMenu(words, actions),
  viewMenu(words, isPackaged, actions),
  ...(isMac ? [windowMenu(words)] : []),
]

export function showMenu(facts: MenuFacts, actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(facts, actions)))
}
