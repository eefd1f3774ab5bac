import type { Settings, WindowPlace } from '../../../shared/contract/house/settings.ts'

/** Preferences of this console: electron-store in Electron, conf in plain Node, one file format. Never data. */
export interface SettingsPort {
  read(): Settings
  save(change: Partial<Settings>): Settings
  readWindowPlace(): WindowPlace | null
  saveWindowPlace(place: WindowPlace): void
}
