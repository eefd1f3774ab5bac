// biome-ignore-all lint/performance/noBarrelFile: this file takes the place of the module `electron`, so it has its shape
// biome-ignore-all lint/style/noDefaultExport: electron-store imports the default
import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { dialog, Notification, nativeTheme, safeStorage, screen, shell } from './desktop.ts'
import { ipcMain } from './ipc-main.ts'
import { Menu, nativeImage, Tray } from './menu-and-tray.ts'
import { protocol } from './protocol.ts'
import { session } from './session.ts'
import { utilityProcess } from './utility-process.ts'

/** The main process's side of the stand-in. Names are held to Electron's own. */
const electron = {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeImage,
  nativeTheme,
  Notification,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
  utilityProcess,
} satisfies Partial<Record<keyof typeof Electron.CrossProcessExports, unknown>>

export default electron
export {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  Notification,
  nativeImage,
  nativeTheme,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
  utilityProcess,
}
