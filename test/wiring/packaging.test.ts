import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const recipe = readFileSync(join(root, 'electron-builder.yml'), 'utf8')

test.each([
  ['runAsNode', false],
  ['enableNodeOptionsEnvironmentVariable', false],
  ['enableNodeCliInspectArguments', false],
  ['grantFileProtocolExtraPrivileges', false],
  ['enableCookieEncryption', true],
  ['enableEmbeddedAsarIntegrityValidation', true],
  ['onlyLoadAppFromAsar', true],
])('the fuse %s is %s', (fuse, value) => {
  expect(recipe.match(new RegExp(`^  ${fuse}: (\\w+)$`, 'm'))?.[1]).toBe(String(value))
})

test('the installers, the link scheme and the unpacked native module are there', () => {
  for (const word of ['nsis', 'dmg', 'AppImage', 'deb']) expect(recipe).toMatch(new RegExp(`^    - ${word}$`, 'm'))
  expect(recipe).toMatch(/schemes:\n\s+- earshot$/m)
  expect(recipe).toMatch(/asarUnpack:\n\s+- node_modules\/better-sqlite3/)
  for (const [, icon = ''] of recipe.matchAll(/icon: (\S+)/g)) expect(existsSync(join(root, icon))).toBe(true)
})

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) yield* sources(path)
    else if (/\.ts$/.test(entry.name) && !/\.test\.ts$/.test(entry.name)) yield path
  }
}

test('nothing in main asks the network, loads code by text, or goes around the one way to open another program', () => {
  const forbidden: [RegExp, (path: string) => boolean][] = [
    [/\bshell\.openExternal\b/, (path) => path !== 'electron/shells/electron/open-external.ts'],
    [/\b(?:eval|executeJavaScript|insertCSS)\(|new Function\(/, () => true],
    [/from 'node:(?:https|http2|dgram|dns|tls)'|\bnet\.request\b|\bfetch\(|autoUpdater|crashReporter/, () => true],
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
