import { afterEach, beforeEach, expect, test } from 'vitest'
import { peopleService } from '../../../electron/services/house/people.ts'
import { ownNewsService } from '../../../electron/services/seats/own-news.ts'
import { removedPeople } from '../../../electron/storage/house/people.ts'
import type { Asker } from '../../../shared/contract/services.ts'
import { countedAsks } from '../../builders/counted-asks.ts'
import { accepted } from '../../builders/outcomes.ts'
import { readAndKept } from '../../builders/people-list.ts'
import { anOpenRoom, nobody } from '../../builders/seats.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
beforeEach(async () => {
  house = await anOpenRoom()
})
afterEach(() => house.close())

const names = async () => (await accepted(house.people.list({}, nobody))).map(({ name }) => name).sort()
const told = () => accepted(house.people.imports({}, nobody))
const turn = async (seenState: 'done' | 'undone', importId?: string, by: Asker = nobody) =>
  house.people.turnImport({ importId: importId ?? (await told())[0]?.id ?? '', seenState }, by)
const LIST = '姓名,工号,部门\n王敏,E1001,采销部\n李强,E1002,客服部'

test('a list is taken back days later by somebody else, and brought in again; who was changed since stays and is named', async () => {
  const old = await house.aPerson('王敏', { employeeNumber: 'E1001', department: '销售部' })
  const other = { personId: await house.aPerson('孙宁') }
  const { importId } = await accepted(readAndKept(house.people, LIST))
  house.clock.advance(3 * 86_400_000)
  expect(await told()).toMatchObject([{ id: importId, byName: null, state: 'done', count: 2, turnedAt: null }])
  expect(await accepted(turn('done', undefined, other))).toEqual({ count: 2, kept: [], leftCount: 0 })
  expect(await names()).toEqual(['孙宁', '王敏'])
  expect(await told()).toMatchObject([{ state: 'undone', count: 2, turnedByName: '孙宁', turnedAt: house.clock.now() }])
  expect(await turn('done')).toMatchObject({ code: 'turned_already' })
  await accepted(turn('undone'))
  expect(await names()).toEqual(['孙宁', '李强', '王敏'])
  const wang = (await accepted(house.people.list({}, nobody))).find(({ id }) => id === old)
  if (wang === undefined) throw new Error('gone')
  const { id: personId, version: seenVersion, ...wish } = wang
  await accepted(house.people.edit({ personId, seenVersion, wish: { ...wish, department: '售后部' } }, nobody))
  const back = await accepted(turn('done'))
  expect(back).toEqual({ count: 1, kept: [{ name: '王敏', why: 'changed_since' }], leftCount: 0 })
  expect(await told()).toMatchObject([{ state: 'undone', count: 1, keptCount: 1 }])
})

test('where nothing can be taken back it stays as done, and cannot be turned; a list that changes nobody is none', async () => {
  const kept = await accepted(readAndKept(house.people, LIST))
  for (const { personId } of kept.changes) await house.aBooking({ person: personId, seat: 1, ...hoursOf(personId) })
  function hoursOf(personId: string) {
    const isFirst = personId === kept.changes[0]?.personId
    return isFirst ? { from: '10:00', to: '11:00' } : { from: '11:00', to: '12:00' }
  }
  const { kept: stayed, count } = await accepted(turn('done'))
  expect([count, stayed.map(({ why }) => why)]).toEqual([0, ['has_bookings', 'has_bookings']])
  expect(await told()).toMatchObject([{ state: 'done', count: 0, keptCount: 2 }])
  expect(await accepted(readAndKept(house.people, LIST))).toMatchObject({ changes: [], importId: null })
  expect(await told()).toHaveLength(1)
})

test('a long list goes in several calls, and is the other way round after the last', async () => {
  const rows = Array.from({ length: 2_001 }, (_, at) => `员工${at},N${at}`)
  await accepted(readAndKept(house.people, `姓名,工号\n${rows.join('\n')}`))
  expect(await accepted(turn('done'))).toEqual({ count: 2_000, kept: [], leftCount: 1 })
  expect(await told()).toMatchObject([{ state: 'done', count: 1 }])
  expect(await accepted(turn('done'))).toEqual({ count: 1, kept: [], leftCount: 0 })
  expect(await names()).toEqual([])
  expect(await told()).toMatchObject([{ state: 'undone', count: 2_001 }])
})

test('of hundreds of people the database is asked in a few lots, however a list is brought in, changed, taken back and brought in again', async () => {
  const { engine, asked } = countedAsks(house.engine)
  const people = peopleService({ ...house.parts, engine })
  const listOf = (department: string, role: string) => {
    const rows = Array.from({ length: 400 }, (_, at) => `员工${at},N${at},${department},${role}`)
    return Buffer.from(['姓名,工号,部门,角色', ...rows].join('\n')).toString('base64')
  }
  const few = 40
  const by = { personId: await house.aPerson('陈洁', { role: 'coordinator' }) }
  for (const [department, role] of [
    ['客服部', '听线人'],
    ['采销部', '记录人'],
  ] as const) {
    asked()
    const kept = await accepted(people.keepList({ base64: listOf(department, role) }, by))
    expect([kept.changes.length, asked() < few]).toEqual([400, true])
    for (const seenState of ['done', 'undone'] as const) {
      const { count } = await accepted(people.turnImport({ importId: kept.importId ?? '', seenState }, by))
      expect([count, asked() < few]).toEqual([400, true])
    }
  }
  const now = (await accepted(house.people.list({}, nobody))).filter(({ name }) => name.startsWith('员工'))
  const news = await accepted(ownNewsService(house.parts).list({}, { personId: now[0]?.id ?? '' }))
  const role = { kind: 'role', why: 'changed', from: 'listener', to: 'note_taker' }
  expect(news).toMatchObject([{ byName: '陈洁', about: role }])
  expect(new Set(now.map(({ department, version }) => `${department} ${version}`))).toEqual(new Set(['采销部 5']))
})

test('whom a list brought and who sat since has been here: taken off with the list they stand among those who were', async () => {
  await accepted(readAndKept(house.people, LIST))
  const people = await accepted(house.people.list({}, nobody))
  const idOf = (name: string) => people.find((person) => person.name === name)?.id ?? ''
  await house.aBooking({ person: idOf('王敏'), from: '10:00', to: '11:00' })
  house.clock.advance(3 * 86_400_000)
  await accepted(turn('done'))
  const former = (await accepted(house.people.former({}, nobody))).map(({ person }) => person.name)
  expect([await names(), former]).toEqual([[], ['王敏']])
})

test('whom a list brought that was taken back was never taken off the list; who left since it was brought in again was', async () => {
  await accepted(readAndKept(house.people, LIST))
  const former = async () => (await accepted(house.people.former({}, nobody))).map(({ person }) => person.name)
  await accepted(turn('done'))
  expect([await names(), await former()]).toEqual([[], []])
  // A desk that brings one of them along is asked about them all the same.
  const off = await house.parts.engine.read(removedPeople)
  expect(off.map(({ name }) => name).sort()).toEqual(['李强', '王敏'])
  await accepted(turn('undone'))
  const [one] = await accepted(house.people.list({}, nobody))
  if (one === undefined) throw new Error('nobody is back')
  await accepted(house.people.remove({ personId: one.id, seenVersion: one.version }, nobody))
  expect(await former()).toEqual([one.name])
  await accepted(turn('done'))
  expect([await names(), await former()]).toEqual([[], [one.name]])
})
