import type { Settings } from '../../../shared/contract/settings.ts'

/** Where a window stood, so that it opens there again. */
export interface WindowPlace {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly isMaximized: boolean
}

/** Preferences of this console: electron-store in Electron, conf in plain Node, one file format. Never data. */
export interface SettingsPort {
  read(): Settings
  save(change: Partial<Settings>): Settings
  readWindowPlace(): WindowPlace | null
  saveWindowPlace(place: WindowPlace): void
}
