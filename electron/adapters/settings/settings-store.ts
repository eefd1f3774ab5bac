import { z } from 'zod'
import { Settings, WindowPlace } from '../../../shared/contract/house/settings.ts'
import { keepCopy, setAsideDamagedFile } from './settings-file.ts'
import type { SettingsPort } from './settings-port.ts'

/** What electron-store and conf have in common. */
export interface SettingsStore {
  get(key: string): unknown
  set(key: string, value: unknown): void
}

export interface SettingsOptions {
  /** The data folder. */
  readonly folder: string
  /** What `--lang` said: stands for this run, and for good once anything is saved. Null: not asked. */
  readonly askedLanguage: Settings['language'] | null
  /** Of the system, `zh-CN`: the language of a console that never was told one. */
  readonly locale: string
}

/**
 * The settings port on any store. A damaged or hand-edited file never stops the console: what is sound is used, the rest
 * falls back to defaults, and the bad file is kept beside as `settings.bad-<when>.json`.
 * `openStore` opens `<SETTINGS_NAME>.json` in the folder. When even that fails (folder not writable) preferences live in
 * memory: telling the person about the folder is the composing code's job, and it needs a language for that.
 */
export function openSettings(options: SettingsOptions, openStore: (folder: string) => SettingsStore): SettingsPort {
  const { store, setAsideAs } = openOrRemember(options.folder, openStore)
  let keptAs = setAsideAs
  const stored = store.get('settings')
  const { settings: sound, isWhole } = soundSettings(stored, defaultSettings(options.locale))
  if (!isWhole) {
    try {
      keptAs ??= keepCopy(options.folder)
      store.set('settings', sound)
    } catch {
      // The disk takes nothing: the file stays as it is, and the next start reads what is sound of it again.
    }
  }
  let current = { ...sound, language: options.askedLanguage ?? sound.language }

  return {
    read: () => current,
    keptAs,
    save: (change) => {
      const next = Settings.parse({ ...current, ...change })
      store.set('settings', next)
      current = next
      return next
    },
    readWindowPlace: () => WindowPlace.safeParse(store.get('windowPlace')).data ?? null,
    saveWindowPlace: (place) => store.set('windowPlace', place),
  }
}

/** What a console begins with. */
export const defaultSettings = (locale: string): Settings => ({
  language: /^zh\b/i.test(locale) ? 'zh' : 'en',
  theme: 'system',
  textSizePercent: 100,
  me: null,
  roomId: null,
  exportFolder: null,
  calendarFolder: null,
  // As every file was named before it was asked.
  calendarNamedIn: 'zh',
  reminders: ['day', 'half_hour', 'quarter'],
  reactionLagMs: 0,
  lagSamples: [],
  isLagOff: false,
  isCallDeskFolded: false,
  keys: {},
  isFirstRunDone: false,
})

/** Field by field, so that one wrong value costs only itself. A field that is missing is new, not wrong. */
function soundSettings(stored: unknown, defaults: Settings): { settings: Settings; isWhole: boolean } {
  if (stored === undefined) return { settings: defaults, isWhole: true }
  const fields = z.record(z.string(), z.unknown()).safeParse(stored)
  if (!fields.success) return { settings: defaults, isWhole: false }
  const given = Object.entries(fields.data).filter(([field]) => Object.hasOwn(Settings.shape, field))
  const sound = given.filter(
    ([field, value]) => Settings.shape[field as keyof typeof Settings.shape].safeParse(value).success,
  )
  return { settings: { ...defaults, ...Object.fromEntries(sound) }, isWhole: sound.length === given.length }
}

function openOrRemember(folder: string, openStore: (folder: string) => SettingsStore) {
  let setAsideAs: string | null = null
  try {
    setAsideAs = setAsideDamagedFile(folder)
    return { store: openStore(folder), setAsideAs }
  } catch {
    const values = new Map<string, unknown>()
    const store: SettingsStore = {
      get: (key) => values.get(key),
      set: (key, value) => void values.set(key, value),
    }
    return { store, setAsideAs }
  }
}
