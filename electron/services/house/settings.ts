import { resolve } from 'node:path'
import { EVERYTHING } from '../../../shared/contract/entry.ts'
import type { Settings } from '../../../shared/contract/house/settings.ts'
import type { Service } from '../../../shared/contract/services.ts'
import { faultOfKeys } from '../../../shared/domain/house/key-chords.ts'
import type { ServiceParts } from '../parts.ts'
import { refuse } from '../refuse.ts'

/** Needs no database: language and theme must work on the screen that says the database is damaged, too. */
export function settingsService({
  settings,
  shell,
  emit,
}: Pick<ServiceParts, 'settings' | 'shell' | 'emit'>): Service<'settings'> {
  return {
    get: () => ({ ok: true, value: settings.read() }),

    save: (change) => {
      const fault = faultOfKeys(change.keys ?? {})
      if (fault?.kind === 'reserved')
        return { ok: false, code: 'key_reserved', detail: { chord: fault.chord, action: fault.action } }
      if (fault?.kind === 'clash')
        return { ok: false, code: 'key_clash', detail: { chord: fault.chord, actions: fault.actions } }
      const saved = given(change)
      // A lag set by hand is a fresh start: what was learned before does not overrule it.
      const afresh = saved.reactionLagMs === undefined ? {} : { lagSamples: [], isLagOff: false }
      const before = settings.read()
      const isOtherFolder =
        (saved.calendarFolder ?? null) !== null && !isSameFolder(saved.calendarFolder, before.calendarFolder)
      const naming = isOtherFolder ? { calendarNamedIn: saved.language ?? before.language } : {}
      const now = settings.save({ ...afresh, ...naming, ...saved })
      // Whatever was asked was answered to whoever sat here before.
      if (now.me !== before.me) emit({ kind: 'changed', topics: EVERYTHING })
      return { ok: true, value: now }
    },

    rememberWindow: (place) => {
      // A window that fills the screen says nothing of its own size.
      const own = place.isMaximized ? { ...place, ...settings.readWindowPlace(), isMaximized: true } : place
      settings.saveWindowPlace(own)
      return { ok: true, value: {} }
    },

    chooseFolder: async () => {
      const folder = await shell.chooseFolder()
      return folder === 'not_here' ? refuse('not_here') : { ok: true, value: folder }
    },
  }
}

const isSameFolder = (one: string | null | undefined, other: string | null): boolean =>
  one != null && other !== null && resolve(one) === resolve(other)

/** Electron's messages can carry a field that is there and undefined; it means «leave it». */
const given = (change: { [Field in keyof Settings]?: Settings[Field] | undefined }): Partial<Settings> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
