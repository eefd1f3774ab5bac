import { readdirSync } from 'node:fs'
import { expect } from '@playwright/test'
import { test } from './app.ts'
import { openDoor } from './door.ts'
import { settle } from './seed.ts'
import type { ProductProcess } from './shells/serve-process.ts'

test.skip(process.platform === 'win32', 'not run: Windows has no signals between processes')

async function writtenTo(started: ProductProcess): Promise<void> {
  const door = await openDoor(await started.ready)
  await settle(door.client)
  door.close()
}
const leftOvers = (folder: string) => readdirSync(folder).filter((name) => /-(?:wal|shm|journal)$/.test(name))

test('Ctrl-C at npm start ends the product with it: one line was printed, exit 0, no write-ahead log left', async ({
  dataFolder,
  startScript,
}) => {
  const started = startScript('--shell', 'browser', '--data', dataFolder, '--port', '0', '--no-open', '--lang', 'zh')
  await writtenTo(started)
  started.signal('SIGINT')
  expect(await started.exited).toBe(0)
  expect(started.output().match(/^Earshot ready: http:\/\/127\.0\.0\.1:\d+\/#token=\S+$/gm)).toHaveLength(1)
  expect(leftOvers(dataFolder)).toEqual([])
})
