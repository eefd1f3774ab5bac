import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { answerAppRequest, registerAppScheme, serveRenderer } from '../../electron/shells/electron/app-protocol.ts'
import { consoleSession } from '../../electron/shells/electron/console-session.ts'
import { contentSecurityPolicy, resolveStatic } from '../../electron/shells/static-files.ts'
import { app } from '../electron-stand-in/app.ts'
import { asked } from '../electron-stand-in/asked.ts'
import { protocol } from '../electron-stand-in/protocol.ts'
import type { session } from '../electron-stand-in/session.ts'

vi.mock('electron', () => import('../electron-stand-in/electron.ts'))

let folder: string
let root: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-static-'))
  root = join(folder, 'renderer')
  mkdirSync(join(root, 'assets'), { recursive: true })
  mkdirSync(join(folder, 'renderer-secret'))
  writeFileSync(join(root, 'index.html'), '<!doctype html>page')
  writeFileSync(join(root, 'assets', 'index-1.js'), 'export {}')
  writeFileSync(join(root, 'assets', 'notes.exe'), 'program')
  writeFileSync(join(folder, 'secret.json'), '{}')
  writeFileSync(join(folder, 'renderer-secret', 'secret.json'), '{}')
  symlinkSync(join(folder, 'secret.json'), join(root, 'assets', 'link.json'))
  symlinkSync(folder, join(root, 'up'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const get = (url: string, method = 'GET') => answerAppRequest(root, new Request(url, { method }))

test('the scheme is registered before ready with nothing that weakens it', () => {
  registerAppScheme()
  const [scheme] = asked.schemes
  expect(scheme?.scheme).toBe('app')
  expect(scheme?.privileges).toMatchObject({
    standard: true,
    secure: true,
    bypassCSP: false,
    corsEnabled: false,
    allowServiceWorkers: false,
    allowExtensions: false,
  })
})

test('only app:// is served, by protocol.handle, and only to the session of our own pages', async () => {
  await app.whenReady()
  const own = consoleSession() as unknown as typeof session.defaultSession
  serveRenderer(root, consoleSession())
  expect(asked.handledSchemes).toEqual(['app'])
  expect(await (await own.protocol.answer('app://console/', 'GET')).text()).toBe('<!doctype html>page')
  expect((await protocol.answer('app://console/', 'GET')).status).toBe(404)
})

test('the content policy says exactly this', () => {
  expect(contentSecurityPolicy).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
      "font-src 'self'; media-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; " +
      "frame-ancestors 'none'; object-src 'none'",
  )
})

test.each([
  ['GET', 'app://console/', 200],
  ['GET', 'app://console/assets/gone.js', 404],
  ['GET', 'app://other/', 403],
  ['POST', 'app://console/', 405],
])('every answer carries the policy, also a refusal: %s %s', async (method, url, status) => {
  const response = await get(url, method)
  expect(response.status).toBe(status)
  expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
})

test('a place in the application gets the page, an asset its own type', async () => {
  expect(await (await get('app://console/tickets/0190-a')).text()).toContain('page')
  expect((await get('app://console/assets/index-1.js')).headers.get('content-type')).toContain('text/javascript')
})

// An address with a user name cannot even become a Request.
test.each(['app://console.evil/', 'app://evil/', 'app://console:8080/'])('another host is refused: %s', async (url) => {
  expect((await get(url)).status).toBe(403)
})

describe('the jail', () => {
  test.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/%2e%2e%2fsecret.json',
    '/assets/../../secret.json',
    '/../renderer-secret/secret.json',
    '/..%5csecret.json',
    '/assets/link.json',
    '/up/secret.json',
    '/index.html%00.js',
    '/C:/secret.json',
    '/%zz',
    'secret.json',
    '/assets/notes.exe',
  ])('gives nothing for %s', (path) => expect(resolveStatic(root, path)).toBeNull())

  test('a root that is not there gives nothing', () => expect(resolveStatic(join(folder, 'no'), '/')).toBeNull())
  test('what is inside is found', () =>
    expect(resolveStatic(root, '/assets/index-1.js')?.path).toMatch(/renderer.assets.index-1\.js$/))
})
