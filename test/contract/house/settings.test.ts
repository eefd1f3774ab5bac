import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openConfSettings } from '../../../electron/adapters/settings/conf-settings.ts'
import { openSettings } from '../../../electron/adapters/settings/settings-store.ts'
import { settingsService } from '../../../electron/services/house/settings.ts'
import type { ShellPort } from '../../../electron/services/parts.ts'
import { EVERYTHING } from '../../../shared/contract/entry.ts'
import { type Settings, settings } from '../../../shared/contract/house/settings.ts'
import { aConsole, clientOf, consoleOptions } from '../../builders/console.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { nobody } from '../../builders/seats.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-settings-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const file = () => join(folder, 'settings.json')
const open = (locale = 'zh-CN', askedLanguage: 'zh' | 'en' | null = null) =>
  openConfSettings({ folder, askedLanguage, locale })
const service = (chooseFolder: ShellPort['chooseFolder'] = async () => 'not_here', emit = vi.fn()) =>
  settingsService({
    emit,
    settings: open(),
    shell: { ...consoleOptions('').shell, chooseFolder },
  })
const defaults = {
  language: 'zh',
  theme: 'system',
  textSizePercent: 100,
  me: null,
  roomId: null,
  exportFolder: null,
  calendarFolder: null,
  calendarNamedIn: 'zh',
  reminders: ['day', 'half_hour', 'quarter'],
  reactionLagMs: 0,
  lagSamples: [],
  isLagOff: false,
  isCallDeskFolded: false,
  keys: {},
  isFirstRunDone: false,
}
const keptBeside = () => readdirSync(folder).filter((name) => name.startsWith('settings.bad-'))

test('the place of the window is kept over a restart; one that fills the screen keeps the size it had before', async () => {
  const place = { x: 40, y: 60, width: 1100, height: 700, isMaximized: false }
  await accepted(service().rememberWindow(place, nobody))
  expect(open().readWindowPlace()).toEqual(place)
  await accepted(service().rememberWindow({ x: 0, y: 0, width: 1920, height: 1080, isMaximized: true }, nobody))
  expect(open().readWindowPlace()).toEqual({ ...place, isMaximized: true })
})

test('the calendar file of a folder is named in the language in which the folder was set, whatever is spoken later', async () => {
  const { save } = service()
  const namedIn = async (change: Partial<Settings>) => (await accepted(save(change, nobody))).calendarNamedIn
  expect(await namedIn({ calendarFolder: '/one' })).toBe('zh')
  expect(await namedIn({ language: 'en' })).toBe('zh')
  expect(await namedIn({ calendarFolder: '/one' })).toBe('zh')
  expect(await namedIn({ calendarFolder: '/one/' })).toBe('zh')
  expect(await namedIn({ calendarFolder: '/two/../one' })).toBe('zh')
  expect(await namedIn({ calendarFolder: '/other' })).toBe('en')
  expect(await namedIn({ language: 'zh' })).toBe('en')
})

test('where somebody else sits down, all that was answered to who sat there before is asked anew; and only then', async () => {
  const emit = vi.fn()
  const { save } = service(undefined, emit)
  const me = '018f5c1e-0000-7000-8000-000000000001'
  await accepted(save({ theme: 'dark' }, nobody))
  expect(emit).not.toHaveBeenCalled()
  await accepted(save({ me }, nobody))
  expect(emit.mock.calls).toEqual([[{ kind: 'changed', topics: EVERYTHING }]])
  await accepted(save({ me, language: 'en' }, nobody))
  expect(emit).toHaveBeenCalledTimes(1)
})

describe('asking', () => {
  test('a first start has defaults; a change leaves the other fields and is there after a restart', async () => {
    expect(await accepted(service().get({}, nobody))).toEqual(defaults)
    await accepted(service().save({ theme: 'dark', textSizePercent: 130 }, nobody))
    const changed = await accepted(service().save({ reactionLagMs: 400, theme: undefined }, nobody))
    expect(changed).toEqual({ ...defaults, theme: 'dark', textSizePercent: 130, reactionLagMs: 400 })
    expect(open().read()).toEqual(changed)
  })

  test('two actions of one page do not share a key, also when spelt differently or begun alike', async () => {
    const clash = { 'listen.endCall': 'Alt+e', 'listen.pace': 'Alt+E', 'seats.edit': 'Alt+e' }
    expect(await refused(service().save({ keys: clash }, nobody))).toEqual({
      ok: false,
      code: 'key_clash',
      detail: { chord: 'Alt+e', actions: ['listen.endCall', 'listen.pace'] },
    })
    const begun = { 'go.today': 'g', 'go.seats': 'g s' }
    expect(await refused(service().save({ keys: begun }, nobody))).toMatchObject({ code: 'key_clash' })
    await accepted(service().save({ keys: { 'listen.endCall': 'Alt+e', 'seats.edit': 'Alt+e' } }, nobody))
  })

  test.each(['Ctrl+Space', 'Shift', 'Ctrl+Shift', 'Shift+Space', 'Ctrl+.', 'Alt+A', 'Ctrl+Alt+A'])(
    '%s belongs to the input method or the screenshot tool',
    async (chord) => {
      expect(await refused(service().save({ keys: { 'listen.pace': chord } }, nobody))).toMatchObject({
        code: 'key_reserved',
        detail: { action: 'listen.pace' },
      })
      expect(open().read().keys).toEqual({})
    },
  )

  test('own keys have the length of keys, and there are no more of them than actions could be', () => {
    const fits = (keys: Record<string, string>) => settings.save.input.safeParse({ keys }).success
    const long = 'Mod+Ctrl+Alt+Shift+ArrowRight Mod+Ctrl+Alt+Shift+ArrowRight'
    expect(fits({ 'listen.playPause': long })).toBe(true)
    const others = [{ 'listen.pace': 'x'.repeat(5_001) }, { ['x'.repeat(5_001)]: 'F8' }, { 'listen.pace': '\ud800' }]
    const many = Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`a${index}.b`, 'F8']))
    expect([...others, many].filter(fits)).toEqual([])
  })

  test('a folder is chosen where the shell has a window for it', async () => {
    expect(await refused(service().chooseFolder({}, nobody))).toMatchObject({ code: 'not_here' })
    expect(await accepted(service(async () => null).chooseFolder({}, nobody))).toBe(null)
    expect(await accepted(service(async () => '/mnt/share').chooseFolder({}, nobody))).toBe('/mnt/share')
  })
})

describe('the file', () => {
  test.each([
    ['zh-CN', null, 'zh'],
    ['zh-Hans-SG', null, 'zh'],
    ['en-US', null, 'en'],
    ['de-DE', null, 'en'],
    ['zh-CN', 'en', 'en'],
  ] as const)('locale %s and --lang %s: the console starts in %s', (locale, asked, language) => {
    expect(open(locale, asked).read().language).toBe(language)
  })

  test('what was chosen beats the locale, and --lang beats both for the run', () => {
    open('zh-CN').save({ language: 'en' })
    expect(open('zh-CN').read().language).toBe('en')
    expect(open('zh-CN', 'zh').read().language).toBe('zh')
    expect(open('zh-CN').read().language).toBe('en')
  })

  test('a place of the window is remembered; nonsense is none', () => {
    const place = { x: -10, y: 20, width: 1280, height: 800, isMaximized: false }
    expect(open().readWindowPlace()).toBe(null)
    open().saveWindowPlace(place)
    expect(open().readWindowPlace()).toEqual(place)
    writeFileSync(file(), JSON.stringify({ windowPlace: { ...place, width: 'wide' } }))
    expect(open().readWindowPlace()).toBe(null)
  })

  test.each(['', '{"settings": {"theme"', '[1]', 'null', '\0\0\0'])(
    'a damaged file (%j) is kept beside and the console starts with defaults',
    (text) => {
      writeFileSync(file(), text)
      const opened = open()
      expect(opened.read()).toEqual(defaults)
      expect(keptBeside().map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual([text])
      expect([opened.keptAs]).toEqual(keptBeside())
      expect(open().keptAs).toBe(null)
      open().save({ theme: 'light' })
      expect(open().read().theme).toBe('light')
      expect(keptBeside()).toHaveLength(1)
    },
  )

  test('a wrong value written by hand costs only itself, and the file as it was is kept beside', () => {
    const text = JSON.stringify({
      settings: { theme: 'pink', textSizePercent: 400, language: 'en', reactionLagMs: 300 },
    })
    writeFileSync(file(), text)
    expect(open().read()).toEqual({ ...defaults, language: 'en', reactionLagMs: 300 })
    expect(open().read().reactionLagMs).toBe(300)
    expect(keptBeside().map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual([text])
  })

  test('a wrong value on a disk that takes nothing costs only itself: the console starts, and the file stays as it is', () => {
    const settings = { theme: 'pink', reactionLagMs: 300 }
    const set = () => {
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
    }
    const opened = openSettings({ folder, askedLanguage: null, locale: 'zh-CN' }, () => ({ get: () => settings, set }))
    expect([opened.read(), opened.keptAs]).toEqual([{ ...defaults, reactionLagMs: 300 }, null])
    expect(() => opened.save({ theme: 'dark' })).toThrow('no space')
  })

  test('where the folder cannot be used, preferences live in memory, so that the console can say so', () => {
    writeFileSync(join(folder, 'occupied'), '')
    const settings = openConfSettings({ folder: join(folder, 'occupied'), askedLanguage: null, locale: 'zh-CN' })
    expect(settings.save({ theme: 'dark' }).theme).toBe('dark')
  })
})

test('preferences that cannot be read begin anew, and that is said with the name of the file', async () => {
  writeFileSync(file(), '{"settings": {"theme"')
  const console = await aConsole(folder, { settings: open() })
  const { state, mendings } = await accepted(clientOf(console.call).workspace.status({}))
  expect([state, mendings]).toMatchObject(['ready', [{ kind: 'settings_reset', keptAs: keptBeside()[0] }]])
  await console.close()
})
