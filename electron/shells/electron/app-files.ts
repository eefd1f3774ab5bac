import { join } from 'node:path'
import { app } from 'electron'

/** Files of the application itself, the same inside an installed asar and in a source tree. */
export const appFiles = () => {
  const root = app.getAppPath()
  return {
    renderer: join(root, 'out', 'renderer'),
    preload: join(root, 'out', 'preload', 'preload.cjs'),
    icon: join(root, 'resources', 'icons', 'icon-256.png'),
    trayIcon: join(root, 'resources', 'icons', process.platform === 'win32' ? 'tray.ico' : 'tray.png'),
  }
}
