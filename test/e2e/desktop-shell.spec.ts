import { existsSync, readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { contentSecurityPolicy } from '../../electron/shells/static-files.ts'
import { lockFolder } from '../../electron/storage/file/folder-lock.ts'
import { alikeFromTheFirstDay } from '../builders/rooms.ts'
import { test } from '../electron-stand-in/fixture.ts'
import { launchStandIn } from '../electron-stand-in/launch.ts'

interface Bridge {
  call(name: string, input: unknown): Promise<{ ok: boolean; value: never; code?: string }>
}
/** Asks the door from inside the page, through the preload. */
const askDoor = (page: Page, name: string, input: unknown) =>
  page.evaluate(([call, data]) => (window as unknown as { earshot: Bridge }).earshot.call(call, data), [
    name,
    input,
  ] as const)

// One start for all that is looked at without changing where the console stands: a start costs more than the looks.
test('the built main shows one window, shut off from the system and the network, and asks for nothing beyond it', async ({
  standIn,
  startMain,
}) => {
  const { page, main, dataFolder } = standIn
  await test.step('the built main asks for a sandboxed window on app://console and for nothing beyond it', async () => {
    const asked = await main.ask('asked', {})
    expect(asked.isSandboxEnabled).toBe(true)
    expect(asked.schemes.map((scheme) => scheme.scheme)).toEqual(['app'])
    expect(asked.handledSchemes).toEqual(['app'])
    expect(asked.loaded).toEqual(['app://console/'])
    expect(asked.windows).toHaveLength(1)
    expect(asked.windows[0]?.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      experimentalFeatures: false,
    })
    expect(asked.paths.userData).toBe(`${dataFolder}/shell`)
    for (const [permission, isAllowed] of [
      ['notifications', true],
      ['clipboard-sanitized-write', true],
      ['clipboard-read', false],
      ['media', false],
      ['geolocation', false],
      ['openExternal', false],
    ] as const)
      expect([permission, await main.ask('permission', { permission, origin: 'app://console/' })]).toEqual([
        permission,
        isAllowed,
      ])
  })

  await test.step('the page has the two functions of the preload and nothing else of the system', async () => {
    const found = await page.evaluate(() => ({
      bridge: Object.keys((window as unknown as { earshot: object }).earshot),
      system: [
        'require',
        'process',
        'module',
        'electron',
        'ipcRenderer',
        '__earshotStandIn',
        '__earshotPreload',
      ].filter((name) => name in window),
    }))
    expect(found).toEqual({ bridge: ['call', 'on'], system: [] })
  })

  await test.step('every answer of the protocol carries the content policy, and the page obeys it', async () => {
    for (const url of ['app://console/', 'app://console/tickets', 'app://console/assets/gone.js']) {
      const { headers } = await main.ask('request', { url, method: 'GET' })
      expect(headers['content-security-policy']).toBe(contentSecurityPolicy)
    }
    const reached = await page.evaluate(() =>
      fetch('https://example.com/').then(
        () => 'reached',
        () => 'blocked',
      ),
    )
    const ran = await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.inlineRan = true'
      document.head.append(script)
      return 'inlineRan' in window
    })
    expect([reached, ran]).toEqual(['blocked', false])
    // The policy stopped it before it became a request.
    expect(main.strangers).toEqual([])
  })

  await test.step('a frame that is not our window gets nothing from main', async () => {
    const knock = (from: { isMainFrame: boolean; url: string }) =>
      main.ask('invoke', { from: { windowId: 1, ...from }, channel: 'earshot:call', args: ['rooms.list', {}] })
    await expect(knock({ isMainFrame: false, url: 'app://console/' })).rejects.toThrow('refused')
    await expect(knock({ isMainFrame: true, url: 'https://example.com/' })).rejects.toThrow('refused')
    expect(await knock({ isMainFrame: true, url: 'app://console/' })).toMatchObject({ ok: true })
  })

  await test.step('work on a drive is done in a utility process, which an installed Electron allows', async () => {
    const answer = await askDoor(page, 'exports.checkFolder', { folder: dirname(dataFolder) })
    expect(answer).toEqual({ ok: true, value: { isReady: true, reason: null, isOnNetwork: false } })
    const { utilityProcesses } = await main.ask('asked', {})
    expect(utilityProcesses.map((path) => path.split('/').at(-1))).toEqual(['deliver-child.js'])
  })

  await test.step('menu and tray change their language with the settings', async () => {
    const labels = async () => {
      const { menu, tray } = await main.ask('asked', {})
      return [menu[0]?.label, tray?.menu[0]?.label]
    }
    expect(await labels()).toEqual(['文件', '打开听线台'])
    await askDoor(page, 'settings.save', { language: 'en', theme: 'dark' })
    await expect.poll(labels).toEqual(['File', 'Open Earshot'])
    expect((await main.ask('asked', {})).themeSource).toBe('dark')
  })

  await test.step('the menu steps the one size there is, that of the text', async () => {
    expect(await main.ask('choose', { where: 'menu', id: 'larger' })).toBe(true)
    await expect(page.locator('html')).toHaveCSS('font-size', '18.4px')
    expect(await askDoor(page, 'settings.get', {})).toMatchObject({ ok: true, value: { textSizePercent: 115 } })
  })

  await test.step('a second start brings the first to the front and goes', async () => {
    expect(await startMain().exited).toBe(0)
    await expect.poll(async () => (await main.ask('asked', {})).windowCalls).toContain('focus 1')
  })

  await test.step('ctrl-C ends it cleanly, nothing left in the write-ahead log', async () => {
    process.kill(main.pid, 'SIGINT')
    expect(await main.exited).toBe(0)
    expect(readdirSync(dataFolder).filter((name) => /-(wal|shm)$/.test(name))).toEqual([])
  })
})

test('no screen breaks the content policy or asks for anything outside', async ({ context, startMain }) => {
  const complaints: string[] = []
  context.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) complaints.push(message.text())
  })
  const main = startMain('--lang', 'zh')
  const page = await main.window()
  await askDoor(page, 'settings.save', { isFirstRunDone: true })
  for (const id of ['today', 'seats', 'listen', 'tickets', 'exports', 'settings']) {
    // Until the page has heard of the settings it leads back to its first run.
    await expect(async () => {
      expect(await main.ask('choose', { where: 'menu', id })).toBe(true)
      await expect(page).toHaveURL(new RegExp(`/${id}$`), { timeout: 1_000 })
    }).toPass()
    await expect(page.getByRole('heading').first()).toBeVisible()
  }
  expect([complaints, main.strangers]).toEqual([[], []])
})

test('the page cannot leave, and cannot open a window', async ({ standIn }) => {
  const { page, main } = standIn
  await expect(page.getByRole('heading').first()).toBeVisible()
  const before = page.url()
  await page.evaluate(() => {
    location.href = 'https://example.com/away'
  })
  await page.evaluate(() => void window.open('https://example.com/popup'))
  await expect.poll(() => main.strangers).toEqual(['https://example.com/away', 'https://example.com/popup'])
  await expect.poll(() => page.context().pages().length).toBe(1)
  expect(page.url()).toBe(before)
  for (const url of ['https://example.com/', 'file:///etc/passwd', 'app://console.evil/']) {
    expect(await main.ask('navigate', { windowId: 1, url, isMainFrame: true })).toBe(false)
    expect(await main.ask('openWindow', { windowId: 1, url })).toBe(false)
  }
  expect(await askDoor(page, 'workspace.status', {})).toMatchObject({ ok: true, value: { shell: 'electron' } })
})

test('a seat that is near is told once, and a click on it leads to today', async ({ standIn }) => {
  const { page, main } = standIn
  const rooms: { value: { id: string }[] } = await askDoor(page, 'rooms.list', {})
  const roomId = rooms.value[0]?.id ?? ''
  const alike = { seatCount: 1, opensAt: '00:00', closesAt: '24:00', slotMinutes: 15 } as const
  const saved: { value: { room: { seats: { id: string }[] } } } = await askDoor(
    page,
    'rooms.saveRules',
    alikeFromTheFirstDay(roomId, alike),
  )
  // Whenever this runs, it is day in the room: at night nobody is told.
  const ahead = new Date().getUTCHours() - 12
  const timeZone = `Etc/GMT${ahead < 0 ? ahead : `+${ahead}`}`
  const moved = { roomId, seenVersion: null, timeZone, toldHits: null, cancel: null }
  expect(await askDoor(page, 'roomKeeping.setZone', moved)).toMatchObject({ ok: true })
  const person: { value: { id: string } } = await askDoor(page, 'people.add', {
    name: '王敏',
    department: '客服',
    role: 'listener',
    employeeNumber: null,
    email: null,
  })
  await askDoor(page, 'settings.save', { me: person.value.id, isFirstRunDone: true })
  const quarterMs = 15 * 60_000
  // The next quarter of an hour, unless it is about to begin; then the one after comes near within seconds.
  const startsMs = Math.ceil((Date.now() + 5_000) / quarterMs) * quarterMs
  const reserved = await askDoor(page, 'bookings.reserve', {
    seatId: saved.value.room.seats[0]?.id,
    personId: person.value.id,
    companionId: null,
    purpose: 'listen',
    startsAt: new Date(startsMs).toISOString(),
    endsAt: new Date(startsMs + quarterMs).toISOString(),
  })
  expect(reserved).toMatchObject({ ok: true })
  await expect.poll(async () => (await main.ask('asked', {})).notifications, { timeout: 40_000 }).toHaveLength(1)
  const [told] = (await main.ask('asked', {})).notifications
  expect(told?.title).toMatch(/^\d+ 分钟后开始听线$/)
  expect(told?.body).toMatch(/^1号席，\d\d:\d\d–\d\d:\d\d$/)
  await askDoor(page, 'settings.save', { theme: 'light' })
  await main.ask('choose', { where: 'menu', id: 'tickets' })
  await expect(page).toHaveURL(/\/tickets$/)
  await main.ask('clickNotification', { index: 0 })
  await expect(page).toHaveURL(/\/today$/)
  expect((await main.ask('asked', {})).notifications).toHaveLength(1)
})

test('the window opens again where it stood, and with the settings of the other shell', async ({
  startMain,
  standIn,
}) => {
  await askDoor(standIn.page, 'settings.save', { language: 'en' })
  expect(await standIn.main.quit()).toBe(0)
  const again = startMain()
  await again.window()
  const { windows, menu } = await again.ask('asked', {})
  expect(windows[0]).toMatchObject({ x: 320, y: 120, width: 1280, height: 800 })
  expect(menu[0]?.label).toBe('File')
})

test('a link opens its call in the running session; without one it waits at the start of listening', async ({
  standIn,
  startWithLink,
}) => {
  const { page, main } = standIn
  await askDoor(page, 'settings.save', { isFirstRunDone: true, theme: 'dark' })
  // The window has heard of both by then; before, all ways lead to the first run.
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await main.ask('openUrl', { url: 'earshot://call?ref=A-1029' })
  await expect(page).toHaveURL(/\/listen\?ref=A-1029$/)

  const session = { bookingId: null, listenerId: null, purpose: 'listen' }
  const started: { ok: boolean; value: { id: string } } = await askDoor(page, 'sessions.start', session)
  expect(started.ok).toBe(true)
  // The console has a folder of its own, of which the link knows nothing.
  const second = startWithLink('earshot://call?ref=B-77')
  expect(await second.exited).toBe(0)
  await expect(page).toHaveURL(new RegExp(`/listen/${started.value.id}\\?call=`))
  const calls: { value: { reference: string }[] } = await askDoor(page, 'sessions.calls', {
    sessionId: started.value.id,
  })
  expect(calls.value.map((call) => call.reference)).toEqual(['B-77'])
})

test('the first start can be a link, and no option beside it is obeyed', async ({ startMain, home, dataFolder }) => {
  const main = startMain('earshot://call?ref=C-5')
  const page = await main.window()
  await expect.poll(async () => (await main.ask('asked', {})).loaded).toContain('app://console/listen?ref=C-5')
  await expect(page.getByRole('heading').first()).toBeVisible()
  const status: { value: { dataFolder: string } } = await askDoor(page, 'workspace.status', {})
  expect(status.value.dataFolder.startsWith(home)).toBe(true)
  expect(readdirSync(dataFolder)).toEqual([])
})

test('a folder in use is one sentence and exit 1', async ({ context, startMain, standIn }) => {
  // Held by this process as the browser shell would hold it: Electron's own lock does not see it, the folder's does.
  await standIn.main.quit()
  const lock = lockFolder(standIn.dataFolder)
  if (lock === 'in_use') throw new Error('the first console did not let go of its folder')
  const refused = startMain('--lang', 'en')
  expect(await refused.exited).toBe(1)
  expect(refused.output().trim().split('\n')).toHaveLength(1)
  expect(refused.output()).toContain('Another Earshot is using the data folder')
  lock.release()
  expect(context.pages().filter((page) => !page.isClosed())).toEqual([])
})

test('a demo lives in a folder of its own and leaves nothing behind', async ({ context, home }) => {
  const main = launchStandIn({ context, home, args: ['--demo', '--lang', 'en'] })
  const page = await main.window()
  const status: { value: { isDemo: boolean; dataFolder: string } } = await askDoor(page, 'workspace.status', {})
  expect(status.value.isDemo).toBe(true)
  await expect(page.getByRole('heading').first()).toBeVisible()
  expect(existsSync(status.value.dataFolder)).toBe(true)
  expect(await main.quit()).toBe(0)
  expect(existsSync(status.value.dataFolder)).toBe(false)
})
