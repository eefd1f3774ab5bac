import { EventEmitter } from 'node:events'
import type { MenuItemConstructorOptions } from 'electron'
import { asked, readTemplate } from './asked.ts'

/** Clicks every item of this id; roles act inside Electron and do nothing here. */
function clickIn(template: readonly MenuItemConstructorOptions[], id: string): boolean {
  return template.some((item) => {
    if (Array.isArray(item.submenu) && clickIn(item.submenu, id)) return true
    if (item.id !== id || item.click === undefined)
      return false
      // Our items look at none of Electron's three arguments.
    ;(item.click as () => void)()
    return true
  })
}

let applicationMenu: Menu | null = null

export class Menu {
  static buildFromTemplate(template: MenuItemConstructorOptions[]) {
    return new Menu(template)
  }
  static setApplicationMenu(menu: Menu | null) {
    applicationMenu = menu
    asked.menu = menu === null ? [] : readTemplate(menu.template)
  }
  static getApplicationMenu() {
    return applicationMenu
  }
  readonly template: MenuItemConstructorOptions[]
  constructor(template: MenuItemConstructorOptions[]) {
    this.template = template
  }
  /** False when there is no such item. */
  choose(id: string) {
    return clickIn(this.template, id)
  }
}

/** An image is its path here. */
export interface StandInImage {
  path: string
}
export const nativeImage = { createFromPath: (path: string): StandInImage => ({ path }) }

let tray: Tray | null = null
export const currentTray = (): Tray | null => tray

export class Tray extends EventEmitter implements Pick<Electron.Tray, 'setToolTip' | 'destroy' | 'isDestroyed'> {
  menu: Menu | null = null
  #isDestroyed = false

  constructor(image: StandInImage) {
    super()
    tray = this
    asked.tray = { icon: image.path, tip: '', menu: [] }
  }
  setToolTip(tip: string) {
    if (asked.tray !== null) asked.tray.tip = tip
  }
  setContextMenu(menu: Menu | null) {
    this.menu = menu
    if (asked.tray !== null) asked.tray.menu = menu === null ? [] : readTemplate(menu.template)
  }
  destroy() {
    this.#isDestroyed = true
    asked.tray = null
  }
  isDestroyed() {
    return this.#isDestroyed
  }
}
