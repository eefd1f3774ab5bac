import { app, Menu, nativeImage, Tray } from 'electron'
import { fill, type Words } from '../words.ts'

export interface TrayActions {
  open(): void
  goTo(path: string): void
  quit(): void
}

export interface DueSign {
  show(words: Words, dueCount: number): void
}

/** macOS: the number on the dock. */
export const dockSign: DueSign = {
  show: (_words, dueCount) => {
    app.setBadgeCount(dueCount)
  },
}

/** Windows and Linux: an icon beside the clock, its tip and menu in the chosen language. Kept by the caller, or it would be collected. */
export function traySign(iconPath: string, actions: TrayActions): DueSign & { close(): void } {
  const tray = new Tray(nativeImage.createFromPath(iconPath))
  tray.on('click', actions.open)
  return {
    show: (words, dueCount) => {
      const due = dueCount === 0 ? words.tray.noneDue : fill(words.tray.due, { count: dueCount })
      tray.setToolTip(`${words.title}\n${due}`)
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { id: 'open', label: words.tray.open, click: actions.open },
          { id: 'tickets', label: `${words.tray.tickets} (${dueCount})`, click: () => actions.goTo('/tickets') },
          { type: 'separator' },
          { id: 'quit', label: words.menu.quit, click: actions.quit },
        ]),
      )
      // Desktops that know LauncherEntry show it on the taskbar too.
      if (process.platform === 'linux') app.setBadgeCount(dueCount)
    },
    close: () => tray.destroy(),
  }
}
