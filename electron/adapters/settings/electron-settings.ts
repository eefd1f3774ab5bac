import ElectronStore from 'electron-store'
import { SETTINGS_NAME } from './settings-file.ts'
import type { SettingsPort } from './settings-port.ts'
import { openSettings, type SettingsOptions } from './settings-store.ts'

/** Settings in Electron, in the data folder: the very file the browser shell opens with conf. */
export const openElectronSettings = (options: SettingsOptions): SettingsPort =>
  openSettings(options, (folder) => new ElectronStore({ cwd: folder, name: SETTINGS_NAME }))
