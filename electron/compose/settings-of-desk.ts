import type { Settings } from '../../shared/contract/house/settings.ts'
import type { Id } from '../../shared/contract/values.ts'
import type { SettingsPort } from '../adapters/settings/settings-port.ts'

/** The console's preferences, where a hub says who sits here: who it was when the desk was alone stays as it is meanwhile. */
export function settingsOf(port: SettingsPort, me: () => Id | null): SettingsPort {
  const shown = (settings: Settings): Settings => ({ ...settings, me: me() ?? settings.me })
  return {
    read: () => shown(port.read()),
    keptAs: port.keptAs,
    save: ({ me: wished, ...rest }) =>
      shown(port.save(wished === undefined || me() !== null ? rest : { ...rest, me: wished })),
    readWindowPlace: port.readWindowPlace,
    saveWindowPlace: port.saveWindowPlace,
  }
}
