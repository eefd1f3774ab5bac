import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { startEmbeddedPostgres } from '../../electron/demo/embedded-postgres.ts'
import { accepted, aFolder } from '../builders/console.ts'
import { aHub } from '../builders/hub.ts'
import { patience } from '../builders/patience.ts'
import { openAlike } from '../builders/rooms.ts'
import { shanghai } from '../builders/seats.ts'
import { teamsOfTests } from '../builders/team-desk.ts'
import { aWire } from '../builders/wire.ts'

const { aDesk, ends } = teamsOfTests()

/** A server of its own, that writes as a real one does: killed, it has lost nothing that it acknowledged. */
async function aServer(keptIn: string) {
  const server = await startEmbeddedPostgres({ endsByCaller: true, settings: {}, keptIn })
  if (server === null) throw new Error('embedded-postgres is not installed')
  return {
    url: new URL(server.url),
    stop: server.stop,
    kill: async () => {
      const [pid] = readFileSync(join(keptIn, 'postmaster.pid'), 'utf8').split('\n')
      const ended = server.stop()
      process.kill(Number(pid), 'SIGKILL')
      await ended
    },
  }
}

/** Those of the killed one may take a moment to notice, and until then nobody else may have its folder. */
const startedAgain = (keptIn: string) => vi.waitFor(() => aServer(keptIn), patience)

test('PostgreSQL is killed while a desk reserves, and started again: every booking that was acknowledged is there, and the desk comes back by itself', async () => {
  const folder = aFolder()
  ends.push(folder.remove)
  chmodSync(folder.path, 0o711)
  const keptIn = join(folder.path, 'database')
  const first = await aServer(keptIn)
  const target = { host: '127.0.0.1', port: Number(first.url.port) }
  const wire = await aWire(target)
  ends.push(wire.close)
  const database = new URL(first.url)
  database.port = String(wire.port)
  const hub = await aHub(database.href)
  ends.push(hub.close)
  const { client } = await aDesk()
  const { code } = await hub.house.makeCode({ role: 'coordinator' })
  await accepted(client.team.join({ address: `http://${hub.host}`, code, name: '罗佳', deskName: '东窗' }))
  const room = { seatCount: 1, opensAt: '00:00', closesAt: '24:00', slotMinutes: 15 } as const
  const { seats } = await openAlike(client, room)
  const status = await accepted(client.team.status({}))
  const place = {
    ...{ seatId: seats[0]?.id ?? '', personId: status.kind === 'member' ? status.me.personId : '' },
    ...{ companionId: null, purpose: 'listen' as const },
  }
  const acknowledged: string[] = []
  /** A quarter of an hour after the last one that was asked for. */
  let quarter = 0
  const reserve = async () => {
    const at = (count: number) =>
      shanghai(`${String(Math.floor(count / 4)).padStart(2, '0')}:${String((count % 4) * 15).padStart(2, '0')}`, DAY)
    const answer = await client.bookings.reserve({ ...place, startsAt: at(quarter), endsAt: at(quarter + 1) })
    quarter += 1
    if (answer.ok) acknowledged.push(answer.value.id)
    return answer
  }

  for (let count = 0; count < 5; count += 1) expect(await reserve()).toMatchObject({ ok: true })
  // One that is on its way, and one that comes too late.
  const underWay = reserve()
  await first.kill()
  for (const answer of [await underWay, await reserve()])
    if (!answer.ok) expect(['offline', 'connection_lost']).toContain(answer.code)

  const second = await startedAgain(keptIn)
  ends.push(second.stop)
  target.port = Number(second.url.port)
  await vi.waitFor(
    async () => expect(await accepted(client.team.status({}))).toMatchObject({ link: { kind: 'here' } }),
    patience,
  )
  expect(await reserve()).toMatchObject({ ok: true })
  const board = await accepted(client.bookings.board({ from: DAY, to: DAY }))
  expect(board.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged))
  // Those whose answer never came may have been done, or not.
  expect(board.length - acknowledged.length).toBeLessThanOrEqual(2)
})

const DAY = '2099-09-18'
