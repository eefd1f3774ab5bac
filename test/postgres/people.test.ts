import { afterEach, beforeEach, expect, test } from 'vitest'
import { peopleService } from '../../electron/services/house/people.ts'
import { postgresEngine } from '../../electron/storage/engine/postgres.ts'
import { accepted } from '../builders/outcomes.ts'
import { anOpenRoom, nobody } from '../builders/seats.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
let hubs: { people: ReturnType<typeof peopleService>; close(): Promise<void> }[]
beforeEach(async () => {
  house = await anOpenRoom()
  hubs = [1, 2].map(() => {
    const engine = postgresEngine({ connectionString: house.url, max: 4 })
    return { people: peopleService({ ...house.parts, engine }), close: engine.close }
  })
})
afterEach(async () => {
  await Promise.all(hubs.map((hub) => hub.close()))
  await house.close()
})

test('one list, read at several desks in the same moment: everybody stands on it once, and nobody is told of a fault', async () => {
  const names = Array.from({ length: 20 }, (_, at) => `王敏${at},E${1_000 + at},客服部`)
  const base64 = Buffer.from(['姓名,工号,部门', ...names].join('\n')).toString('base64')
  const answers = await Promise.all([...hubs, ...hubs].map(({ people }) => people.keepList({ base64 }, nobody)))
  expect(answers.map((answer) => answer.ok)).toEqual([true, true, true, true])
  expect(await accepted(house.people.list({}, nobody))).toHaveLength(20)
})
