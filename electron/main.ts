import { openWatchedLog } from './adapters/log/watched-log.ts'
import { openElectronSettings } from './adapters/settings/electron-settings.ts'
import { start } from './shells/electron/start.ts'

/** Entry of the Electron shell. Not awaited: Electron becomes ready only after this module has run to its end. */
void start({ argv: process.argv, openSettings: openElectronSettings, openLog: openWatchedLog })
