import Conf from 'conf'
import { SETTINGS_NAME } from './settings-file.ts'
import type { SettingsPort } from './settings-port.ts'
import { openSettings, type SettingsOptions } from './settings-store.ts'

/** Settings in plain Node. The Electron shell opens electron-store on the same file: it is this store with Electron's paths. */
export const openConfSettings = (options: SettingsOptions): SettingsPort =>
  openSettings(options, (folder) => new Conf({ cwd: folder, configName: SETTINGS_NAME }))
