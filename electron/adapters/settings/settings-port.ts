import type { Settings, WindowPlace } from '../../../shared/contract/house/settings.ts'

/** Preferences of this console: electron-store in Electron, conf in plain Node, one file format. Never data. */
export interface SettingsPort {
  read(): Settings
  /** The name beside it under which the file is kept that could not be read, or not all of it; null: there was none. */
  readonly keptAs: string | null
  save(change: Partial<Settings>): Settings
  readWindowPlace(): WindowPlace | null
  saveWindowPlace(place: WindowPlace): void
}
