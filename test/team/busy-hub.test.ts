import type { Client } from 'pg'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { value } from '../../electron/storage/engine/query.ts'
import type { UploadedRow } from '../../electron/team/wire.ts'
import { connectionTo } from '../builders/connection.ts'
import { aHub, aRawDesk, join, type RawDesk, type RunningHub } from '../builders/hub.ts'
import { patience } from '../builders/patience.ts'
import { anOpenRoom, shanghai } from '../builders/seats.ts'

/** A hub all of whose connections with the database can be made to wait. */
let room: Awaited<ReturnType<typeof anOpenRoom>>
let hub: RunningHub
let holder: Client
let desk: RawDesk
beforeEach(async () => {
  room = await anOpenRoom()
  // For a turn it waits longer than for a connection: the one is said of it, the other of the database.
  hub = await aHub(`${room.url}?connect_timeout=1&lock_timeout=60000`, { patience: { most: 100, longestMs: 1_500 } })
  holder = await connectionTo(room.url)
  const { token } = await hub.joined({ role: 'coordinator' }, '罗佳')
  desk = await aRawDesk(hub.host, token)
})
afterEach(async () => {
  desk.close()
  await holder.end()
  await hub.close()
  await room.close()
})

/** As many as the hub has connections. */
const CONNECTIONS = 16
const WAITING = `SELECT count(*) AS value FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`

test('while every connection waits for others, whoever asks is told that there is too much to do, not that the hub is away; then all goes on', async () => {
  const { token, me } = await hub.joined({ role: 'coordinator' }, '王敏')
  const other = await aRawDesk(hub.host, token)
  const wish = (day: number) => ({
    ...{ seatId: room.seat(1), personId: me.personId, companionId: null, purpose: 'listen' },
    startsAt: shanghai('14:00', `2099-09-${10 + day}`),
    endsAt: shanghai('15:00', `2099-09-${10 + day}`),
  })
  await holder.query('BEGIN; SELECT 1 FROM seat FOR UPDATE')
  const held = Array.from({ length: CONNECTIONS }, (_, day) => desk.ask('bookings.reserve', wish(day)))
  await expect.poll(() => room.engine.read(() => value<number>(WAITING)), patience).toBe(CONNECTIONS)
  const at = '2026-09-18T01:00:00.000Z'
  const session = { id: v7(), booking_id: null, seat_number: 1, listener_id: me.personId, purpose: 'listen' }
  const entries: UploadedRow[] = [{ table: 'session', row: { ...session, started_at: at, ended_at: null } }]
  const rows = { generation: other.welcome.generation, entries }
  const asked = () => [
    other.ask('people.list', {}),
    other.ask('people.add', { name: '李强', department: '', role: 'listener', employeeNumber: null, email: null }),
    other.say({ since: null }),
    other.say({ rows }),
  ]
  for (const answer of await Promise.all(asked())) expect(answer).toEqual({ ok: false, code: 'hub_busy', detail: {} })
  // Neither a desk that comes back nor one that joins takes it for gone.
  await expect(aRawDesk(hub.host, token)).rejects.toThrow('429')
  const joining = await join(hub.host, { code: '2XVA-0A57-JD8G', deskName: '西窗', appVersion: '0.0.0' })
  expect([joining.status, await joining.json()]).toEqual([429, { code: 'hub_busy' }])
  // Whoever has a turn when it comes is answered.
  const patient = asked()
  await holder.query('COMMIT')
  for (const answer of await Promise.all([...held, ...patient])) expect(answer).toMatchObject({ ok: true })
  other.close()
  expect(await other.closed).toBe('1005')
})
