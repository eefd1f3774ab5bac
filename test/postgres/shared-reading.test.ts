import type { Client } from 'pg'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { changesSince } from '../builders/all-ended.ts'
import { connectionTo } from '../builders/connection.ts'
import { aHub, aRawDesk, type RunningHub } from '../builders/hub.ts'
import { anOpenRoom } from '../builders/seats.ts'

let room: Awaited<ReturnType<typeof anOpenRoom>>
let hub: RunningHub
let database: Client
beforeEach(async () => {
  room = await anOpenRoom()
  hub = await aHub(room.url, { clock: room.clock })
  database = await connectionTo(room.url)
})
afterEach(async () => {
  await database.end()
  await hub.close()
  await room.close()
})

test('what was read for all desks before the database went back is told to none after that', async () => {
  const { token } = await hub.joined({ role: 'listener' }, '王敏')
  const desk = await aRawDesk(hub.host, token)
  const lost = v7()
  await database.query(`INSERT INTO person (id, name, department, role) VALUES ($1, '李强', '', 'listener')`, [lost])
  const told = async () => JSON.stringify(await changesSince(room.engine, desk, null)).includes(lost)
  expect(await told()).toBe(true)
  // As the copy has it: nobody was added.
  await database.query(`BEGIN; SET LOCAL session_replication_role = replica;
    DELETE FROM person WHERE id = '${lost}'; DELETE FROM hub_feed WHERE row_id = '${lost}'; COMMIT`)
  expect(await told()).toBe(false)
  desk.close()
})
