import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

// electron-builder's own reading: a wrong name or value in the recipe is refused here, not on the day of a release.
const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder'))
const { getConfig, validateConfiguration } = builder('app-builder-lib/out/util/config/config.js')
const { DebugLogger, log } = builder('builder-util')
log.messageTransformer = () => ''
const recipe = await getConfig(root, 'electron-builder.yml', null)

test('electron-builder takes the recipe', async () => {
  await expect(validateConfiguration(recipe, new DebugLogger(false))).resolves.toBeUndefined()
})

test('every fuse is set as it was decided', () => {
  expect(recipe.electronFuses).toEqual({
    runAsNode: false,
    // No cookies are used, and on, macOS would ask each person for the keychain: docs/decisions/0010.
    enableCookieEncryption: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
    resetAdHocDarwinSignature: true,
  })
})

test('on Apple Silicon the application is signed after its fuses are flipped, and may load its own native module', () => {
  expect(recipe.mac).toMatchObject({ identity: '-', hardenedRuntime: true })
  // Without a certificate of a team, the hardened runtime loads better-sqlite3 only with this entitlement; ours are the default ones.
  expect(recipe.mac).not.toHaveProperty('entitlements')
  expect(existsSync(join(root, recipe.directories.buildResources, 'entitlements.mac.plist'))).toBe(false)
  const defaults = join(builder.resolve('app-builder-lib/package.json'), '..', 'templates', 'entitlements.mac.plist')
  expect(readFileSync(defaults, 'utf8')).toMatch(/cs\.disable-library-validation<\/key>\s*<true\/>/)
})

test('the deb has what it is refused without: an address and a maintainer who can be written to', () => {
  expect(new URL(about.homepage).protocol).toBe('https:')
  expect(recipe.linux.maintainer).toMatch(/^[^<>]+ <[^\s@<>]+@[^\s@<>]+>$/)
  expect(about.description).not.toBe('')
})

test('the AppImage does not switch its own sandbox off in its menu entry', () => {
  expect(recipe.appImage.executableArgs).toEqual([])
  expect(JSON.stringify(recipe)).not.toContain('no-sandbox')
})

test('the installers, the link scheme and the unpacked native module are there', () => {
  expect([recipe.win.target, recipe.mac.target, recipe.linux.target].flat()).toEqual(['nsis', 'dmg', 'AppImage', 'deb'])
  expect(recipe.protocols).toEqual([{ name: 'Earshot', schemes: ['earshot'] }])
  expect(recipe.asarUnpack).toEqual(['node_modules/better-sqlite3/**'])
  for (const { icon } of [recipe.win, recipe.mac, recipe.linux]) expect(existsSync(join(root, icon))).toBe(true)
})

test('no cookie is set or read anywhere', () => {
  const users = [...sources('electron'), ...sources('renderer')].filter((path) =>
    /document\.cookie|cookieStore|set-cookie|\.cookies\b/i.test(readFileSync(join(root, path), 'utf8')),
  )
  expect(users).toEqual([])
})

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) yield* sources(path)
    else if (/\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name)) yield path
  }
}

const MAY_ASK = new Set(['electron/team/reach.ts', 'electron/adapters/login/verify-login.ts'])

test('nothing in main asks the network, loads code by text, or goes around the one way to open another program', () => {
  const forbidden: [RegExp, (path: string) => boolean][] = [
    [/\bshell\.openExternal\b/, (path) => path !== 'electron/shells/electron/open-external.ts'],
    [/\b(?:eval|executeJavaScript|insertCSS)\(|new Function\(/, () => true],
    [
      /from 'node:(?:https|http2|dgram|dns|tls)'|\bnet\.request\b|\bfetch\(|autoUpdater|crashReporter/,
      // A hub listens, and asks the company's login for its keys; a desk that a person joined to one reaches it from here. Nobody else does.
      (path) => !path.startsWith('electron/shells/hub/') && !MAY_ASK.has(path),
    ],
    [
      /\bwebSecurity: false|contextIsolation: false|sandbox: false|nodeIntegration: true|disable-web-security/,
      () => true,
    ],
    [/ipcMain\.(?:on|handle)\(/, (path) => path !== 'electron/shells/electron/ipc.ts'],
    [/new BrowserWindow\(/, (path) => path !== 'electron/shells/electron/windows.ts'],
  ]
  const found = [...sources('electron')].flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8')
    return forbidden
      .filter(([pattern, applies]) => applies(path) && pattern.test(text))
      .map(([pattern]) => `${path}: ${pattern}`)
  })
  expect(found).toEqual([])
})
