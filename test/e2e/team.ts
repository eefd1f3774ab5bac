import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { startEmbeddedPostgres } from '../../electron/demo/embedded-postgres.ts'
import type { Client } from '../../shared/contract/contract.ts'
import { aWire, type Wire } from '../builders/wire.ts'
import { test as base } from './app.ts'
import { openDoor } from './door.ts'
import { serve, serveHub } from './shells/serve-process.ts'

/** A desk of its own: a console on its own folder, and its window in a browser of its own. */
export interface TeamDesk {
  readonly page: Page
  readonly door: Client
}

export interface Hub {
  /** `http://127.0.0.1:40123` */
  readonly address: string
  /** For the first coordinator. */
  readonly code: string
  /** Another way to it, that can be cut. */
  readonly wire: Wire & { readonly address: string }
}

/** Journeys of several desks at one hub over a real PostgreSQL; all of it goes with the test. */
export const test = base.extend<{ hub: Hub; startDesk: () => Promise<TeamDesk> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names it must bring from this pattern
  hub: async ({}, use) => {
    const database = await startEmbeddedPostgres({ endsByCaller: true, settings: { fsync: 'off' } })
    if (database === null) throw new Error('embedded-postgres is not installed')
    const process = serveHub(database.url, '--host', '127.0.0.1', '--lang', 'zh', '--name', '总部中心')
    try {
      const address = await process.ready
      const codeLine = /：([0-9A-Z]{4}(?:-[0-9A-Z]{4}){2})$/m
      await expect.poll(process.output).toMatch(codeLine)
      const wire = await aWire({ host: '127.0.0.1', port: Number(new URL(address).port) })
      const code = codeLine.exec(process.output())?.[1] ?? ''
      await use({ address, code, wire: { ...wire, address: `http://127.0.0.1:${wire.port}` } })
      await wire.close()
    } finally {
      process.signal('SIGKILL')
      await process.exited
      await database.stop()
    }
  },
  startDesk: async ({ browser, dataFolder }, use) => {
    const ends: (() => Promise<unknown>)[] = []
    const surprises: string[] = []
    await use(async () => {
      const server = serve(join(dataFolder, String(ends.length)), '--port', '0', '--lang', 'zh')
      ends.push(async () => {
        server.signal('SIGKILL')
        await server.exited
      })
      const url = await server.ready
      const door = await openDoor(url)
      const context = await browser.newContext()
      ends.push(async () => {
        door.close()
        await context.close()
      })
      const page = await context.newPage()
      page.on('pageerror', (error) => surprises.push(String(error)))
      await page.goto(url)
      return { page, door: door.client }
    })
    for (const end of ends.reverse()) await end()
    expect(surprises, 'errors in the pages').toEqual([])
  },
})
