import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { bundled } from '../builders/bundled.ts'
import { accepted } from '../builders/console.ts'
import { patience } from '../builders/patience.ts'
import { teamsOfTests } from '../builders/team-desk.ts'

const { aHub, aDesk, joined } = teamsOfTests()
let program: Awaited<ReturnType<typeof bundled>>
beforeAll(async () => {
  program = await bundled({ child: join(import.meta.dirname, 'joining-child.ts') })
})
afterAll(() => program.remove())

/** A console that does this and is killed when it comes to that file. */
async function killAt(dataFolder: string, doing: string, moment: string): Promise<void> {
  const child = spawn(process.execPath, [join(program.path, 'child.js'), dataFolder, doing, moment], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaint = ''
  child.stderr.on('data', (data) => {
    complaint += String(data)
  })
  const [, signal] = await once(child, 'close')
  if (signal !== 'SIGKILL') throw new Error(`the console was not killed: ${complaint}`)
}

test.each([
  ['after rename team.token', 'alone'],
  ['before rename team.json', 'alone'],
  ['after rename team.json', 'member'],
])('killed %s while it joins, the desk is %s, and joins again', async (moment, kind) => {
  const hub = await aHub()
  const desk = await aDesk()
  await desk.close()
  await killAt(desk.folder, hub.address, moment)
  await desk.startAgain()
  expect(await accepted(desk.client.team.status({}))).toMatchObject({ kind })
  const isAlone = kind === 'alone'
  if (isAlone) expect(readdirSync(desk.folder).filter((name) => name.startsWith('team.'))).toEqual([])
  if (isAlone) await joined(desk, hub)
  await vi.waitFor(
    async () => expect(await accepted(desk.client.team.status({}))).toMatchObject({ link: { kind: 'here' } }),
    patience,
  )
})

test('killed when it has just left, the desk is alone, and nothing of the hub’s is left', async () => {
  const hub = await aHub()
  const desk = await aDesk()
  await joined(desk, hub)
  await desk.close()
  await killAt(desk.folder, 'leave', 'after rename team-left.json')
  await desk.startAgain()
  expect(await accepted(desk.client.team.status({}))).toMatchObject({ kind: 'alone' })
  expect(existsSync(join(desk.folder, 'team.token'))).toBe(false)
  const left = readdirSync(join(desk.folder, 'team', hub.hubId))
  expect(left.filter((name) => name.startsWith('kept-'))).toEqual([])
})
