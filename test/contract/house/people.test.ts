import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { topics } from '../../../shared/contract/entry.ts'
import type { PersonWish } from '../../../shared/contract/house/people.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { readAndKept } from '../../builders/people-list.ts'
import { anOpenRoom, nobody, shanghai } from '../../builders/seats.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
beforeEach(async () => {
  house = await anOpenRoom()
})
afterEach(() => house.close())

const everybody = () => accepted(house.people.list({}, nobody))
const read = (list: string | Uint8Array) => readAndKept(house.people, list)
const wang: PersonWish = {
  name: '王敏',
  department: '销售部',
  role: 'listener',
  employeeNumber: 'E1001',
  email: 'wang@example.com',
  joinedOn: null,
}
const li: PersonWish = {
  name: '李强',
  department: '客服部',
  role: 'listener',
  employeeNumber: '00123',
  email: null,
  joinedOn: null,
}

describe('one by one', () => {
  test('added, edited, listed by the sound of the name', async () => {
    const id = await house.aPerson('张伟')
    await house.aPerson('Anna')
    await house.aPerson('李强')
    const edited = await accepted(
      house.people.edit({ seenVersion: null, personId: id, wish: { ...wang, name: '白雪' } }, nobody),
    )
    expect(edited).toEqual({ id, ...wang, name: '白雪', version: 1 })
    const names = async () => (await everybody()).map(({ name }) => name)
    expect(await names()).toEqual(['白雪', '李强', 'Anna'])
    // Names that were asked for before, new ones among them, and one name twice.
    for (const name of ['王敏', '李强', '安宁', '10号', '2号', 'anna']) await house.aPerson(name)
    expect(await names()).toEqual(['2号', '10号', '安宁', '白雪', '李强', '李强', '王敏', 'anna', 'Anna'])
  })

  test('an employee number is one person’s; an empty one is nobody’s', async () => {
    const first = await accepted(house.people.add(wang, nobody))
    expect(await refused(house.people.add({ ...li, employeeNumber: 'E1001' }, nobody))).toEqual({
      ok: false,
      code: 'employee_number_taken',
      detail: { name: '王敏' },
    })
    await accepted(house.people.add({ ...li, employeeNumber: '' }, nobody))
    const other = await accepted(house.people.add({ ...li, employeeNumber: '', email: '' }, nobody))
    expect(other).toMatchObject({ employeeNumber: null, email: null })
    const edit = { personId: other.id, wish: { ...li, employeeNumber: 'E1001' } }
    expect(await refused(house.people.edit({ ...edit, seenVersion: null }, nobody))).toMatchObject({
      code: 'employee_number_taken',
    })
    await accepted(house.people.remove({ seenVersion: null, personId: first.id }, nobody))
    await accepted(house.people.edit({ ...edit, seenVersion: null }, nobody))
  })

  test('nobody goes while a seat waits for them; what is past keeps the name', async () => {
    const personId = await house.aPerson('王敏')
    await house.aBooking({ person: await house.aPerson('李强'), companion: personId, from: '10:00', to: '11:00' })
    expect(await refused(house.people.remove({ seenVersion: null, personId }, nobody))).toEqual({
      ok: false,
      code: 'has_bookings',
      detail: { count: 1 },
    })
    house.clock.set(shanghai('11:00'))
    await accepted(house.people.remove({ seenVersion: null, personId }, nobody))
    expect((await everybody()).map(({ name }) => name)).toEqual(['李强'])
    const board = await accepted(house.bookings.board({ from: '2026-09-18', to: '2026-09-18' }, nobody))
    expect(board[0]?.companionName).toBe('王敏')
    expect(await refused(house.people.remove({ seenVersion: null, personId }, nobody))).toMatchObject({
      code: 'not_found',
    })
  })

  test('who was taken off by mistake comes back as the same person, unless the number went to somebody else', async () => {
    const { id } = await accepted(house.people.add(wang, nobody))
    expect(await refused(house.people.putBack({ personId: id }, nobody))).toMatchObject({ code: 'not_found' })
    await accepted(house.people.remove({ seenVersion: null, personId: id }, nobody))
    expect(await accepted(house.people.putBack({ personId: id }, nobody))).toEqual({ id, ...wang, version: 2 })
    expect(await everybody()).toEqual([{ id, ...wang, version: 2 }])
    await accepted(house.people.remove({ seenVersion: null, personId: id }, nobody))
    await accepted(house.people.add({ ...li, employeeNumber: wang.employeeNumber }, nobody))
    expect(await refused(house.people.putBack({ personId: id }, nobody))).toEqual({
      ok: false,
      code: 'employee_number_taken',
      detail: { name: '李强' },
    })
  })

  test('who is removed is removed, also where the disk takes no settings any more', async () => {
    const personId = await house.aPerson('王敏')
    const { settings } = house.parts
    settings.save({ me: personId })
    Object.assign(settings, {
      save: () => {
        throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
      },
    })
    await accepted(house.people.remove({ seenVersion: null, personId }, nobody))
    expect(await everybody()).toEqual([])
    expect((await accepted(house.people.putBack({ personId }, nobody))).name).toBe('王敏')
  })

  test('a console whose person leaves belongs to nobody', async () => {
    const personId = await house.aPerson('王敏')
    house.parts.settings.save({ me: personId })
    await accepted(house.people.remove({ seenVersion: null, personId }, nobody))
    expect(house.parts.settings.read().me).toBe(null)
    expect(house.events).toContainEqual({ kind: 'changed', topics })
  })
})

describe('from a list', () => {
  test('good rows are kept, bad rows are listed by their number in the sheet with a reason', async () => {
    const answer = await accepted(
      read(
        [
          '姓名,工号,部门,邮箱',
          '王敏,E1001,销售部,wang@example.com',
          ',E1002,销售部,',
          '',
          '赵云,E1003',
          '孙丽,E1004,销售部,sun at example',
          '周杰,E1001,销售部,',
          `${'长'.repeat(61)},E1005,销售部,`,
          '吴用，E1006，销售部',
          '李强,00123,客服部',
        ].join('\r\n'),
      ),
    )
    expect(answer.good.map(({ row, person }) => [row, person])).toEqual([
      [2, wang],
      [10, li],
    ])
    expect(answer.bad.map(({ row, reasons: [reason] }) => [row, reason])).toEqual([
      [3, 'name_missing'],
      [5, 'too_few_columns'],
      [6, 'bad_email'],
      [7, 'repeated_employee_number'],
      [8, 'too_long'],
      [9, 'too_few_columns'],
    ])
    expect(answer.bad[1]?.text).toBe('赵云 | E1003')
    expect(await everybody()).toHaveLength(2)
  })

  test('a known employee number updates that person: the id, the role and what the list leaves empty stay', async () => {
    const id = (await accepted(house.people.add({ ...wang, role: 'coordinator' }, nobody))).id
    const answer = await accepted(read('姓名,工号,部门,邮箱\n王敏,e1001,采销部,\n李强,00123,客服部,'))
    expect(answer.good.map(({ fate }) => fate)).toEqual(['update', 'new'])
    expect((await everybody()).find((person) => person.id === id)).toEqual({
      ...{ ...wang, id, employeeNumber: 'e1001', department: '采销部', role: 'coordinator', version: 1 },
    })
  })

  test('nobody known is made somebody else: a known number under another name is left out, with whose it is', async () => {
    const known = await accepted(house.people.add(wang, nobody))
    const answer = await accepted(read('姓名,工号,部门\n赵云,E1001,采销部\n李强,00123,客服部'))
    expect(answer.bad).toEqual([
      { row: 2, reasons: ['number_of_another'], text: '赵云 | E1001 | 采销部', knownName: '王敏' },
    ])
    expect((await everybody()).find(({ id }) => id === known.id)).toEqual(known)
  })

  test('one of the same name and department with another address is somebody else', async () => {
    const known = await accepted(house.people.add({ ...wang, employeeNumber: null }, nobody))
    await accepted(read('姓名,部门,邮箱\n王敏,销售部,min.wang@example.com'))
    expect(await everybody()).toHaveLength(2)
    expect((await everybody()).find(({ id }) => id === known.id)).toEqual(known)
  })

  test('who stands in the list as before is not changed by it: what is being edited meanwhile is still as it was seen', async () => {
    const { id: personId } = await accepted(house.people.add(wang, nobody))
    await accepted(house.people.add(li, nobody))
    await accepted(read('姓名,工号,部门\n王敏,E1001,\n李强,00123,售后部'))
    expect((await everybody()).map(({ name, version }) => [name, version])).toEqual([
      ['李强', 1],
      ['王敏', 0],
    ])
    await accepted(house.people.edit({ personId, seenVersion: 0, wish: { ...wang, department: '市场部' } }, nobody))
  })

  test('a row without a number does not take the person whose number stands in another row', async () => {
    const known = await accepted(house.people.add(wang, nobody))
    const answer = await accepted(read('姓名,工号,部门,邮箱\n王敏,,销售部,\n王敏,E1001,销售部,wang@example.com'))
    expect(answer.good.map(({ fate }) => fate)).toEqual(['new', 'same'])
    expect((await everybody()).find(({ id }) => id === known.id)).toEqual(known)
  })

  test('reading the same names twice adds nobody; two of one name in one list are two people', async () => {
    await accepted(read('王敏\n李强\n王敏'))
    expect(await everybody()).toHaveLength(3)
    const again = await accepted(read('王敏\n李强\n王敏'))
    expect(again.good.map(({ fate }) => fate)).toEqual(['same', 'same', 'same'])
    expect(await everybody()).toHaveLength(3)
  })

  test('a list is taken back: who is new goes, who was updated is as before, and the other way again', async () => {
    const known = await accepted(house.people.add(wang, nobody))
    await accepted(house.people.add(li, nobody))
    const { changes } = await accepted(read('姓名,工号,部门\n王敏,E1001,采销部\n李强,00123,客服部\n赵云,E1003,销售部'))
    const there = await everybody()
    const back = await accepted(house.people.takeBackList({ changes }, nobody))
    expect(back.kept).toEqual([])
    expect((await everybody()).map(({ name }) => name)).toEqual(['李强', '王敏'])
    expect((await everybody()).find(({ id }) => id === known.id)).toEqual({ ...known, version: 2 })
    const forth = await accepted(house.people.takeBackList({ changes: back.changes }, nobody))
    const plain = (people: typeof there) => people.map(({ version: _, ...person }) => person)
    expect(plain(await everybody())).toEqual(plain(there))
    await accepted(house.people.takeBackList({ changes: forth.changes }, nobody))
    expect((await everybody()).map(({ name }) => name)).toEqual(['李强', '王敏'])
  })

  test('who was changed, booked a seat, or lost the number since a list stays when it is taken back, and is named', async () => {
    await accepted(house.people.add(wang, nobody))
    const { changes } = await accepted(read('姓名,工号,部门\n王敏,e1001,采销部\n李强,00123,客服部\n赵云,E1003,销售部'))
    const [, , zhao] = changes.map(({ personId }) => personId)
    await house.aBooking({ person: zhao ?? '', from: '10:00', to: '11:00' })
    const strong = changes[1]?.personId ?? ''
    await accepted(
      house.people.edit({ personId: strong, seenVersion: 0, wish: { ...li, department: '售后部' } }, nobody),
    )
    await accepted(house.people.add({ ...wang, name: '孙丽' }, nobody))
    const back = await accepted(house.people.takeBackList({ changes }, nobody))
    expect(back).toEqual({
      changes: [],
      kept: [
        { name: '王敏', why: 'number_taken' },
        { name: '李强', why: 'changed_since' },
        { name: '赵云', why: 'has_bookings' },
      ],
    })
    expect((await everybody()).map(({ name }) => name)).toEqual(['李强', '孙丽', '王敏', '赵云'])
  })

  test('reading a list stores nothing; keeping it does as it was read', async () => {
    const base64 = Buffer.from('王敏,E1001,销售部\n,E1002,销售部').toString('base64')
    const plan = await accepted(house.people.readList({ base64 }, nobody))
    expect(plan.good).toMatchObject([{ person: { name: '王敏' }, fate: 'new' }])
    expect(await everybody()).toEqual([])
    const kept = await accepted(house.people.keepList({ base64 }, nobody))
    expect(kept).toEqual({
      count: 1,
      leftCount: 0,
      changes: [{ personId: expect.any(String), seenVersion: 0, before: null }],
      importId: expect.any(String),
    })
    expect(await everybody()).toMatchObject([{ name: '王敏' }])
  })
})

describe('somebody who goes', () => {
  const coordinator = nobody
  const letGo = async (personId: string, keepUntil: string | null) => {
    const { mark } = await accepted(house.people.ahead({ personId }, coordinator))
    return house.people.letGo({ personId, seenVersion: 0, mark, reason: '离职，13812345678', keepUntil }, coordinator)
  }
  const stateOf = async (personId: string) =>
    (await accepted(house.bookings.upcoming({ personId }, nobody))).map(({ startsAt }) => startsAt)
  const names = async () => (await everybody()).map(({ name }) => name)

  test('gives up all they have before them with the reason, is listed as off the list, and gets it back', async () => {
    const person = await house.aPerson('王敏')
    const other = await house.aPerson('李强')
    const own = await house.aBooking({ person, from: '10:00', to: '11:00' })
    await house.aBooking({ person: other, companion: person, seat: 2, from: '14:00', to: '15:00' })
    const { change, isRemoved, count } = await accepted(letGo(person, null))
    expect({ isRemoved, count }).toEqual({ isRemoved: true, count: 2 })
    expect(await names()).toEqual(['李强'])
    expect(await accepted(house.people.former({}, coordinator))).toMatchObject([
      { person: { id: person, name: '王敏' }, removedAt: house.clock.now() },
    ])
    const [last] = await accepted(house.bookings.history({ bookingId: own.id }, nobody))
    expect(last).toMatchObject({ what: 'cancelled', reason: expect.not.stringContaining('13812345678') })
    expect(await accepted(house.bookings.upcoming({ personId: other }, nobody))).toMatchObject([{ companionId: null }])
    await accepted(house.people.takeBackList({ changes: [change] }, coordinator))
    expect(await stateOf(person)).toEqual([shanghai('10:00'), shanghai('14:00')])
    expect(await accepted(house.people.former({}, coordinator))).toEqual([])
  })

  test('keeps until a day what is not later, and stays on the list; what was given up comes back', async () => {
    const person = await house.aPerson('王敏')
    for (const day of ['2026-09-18', '2026-09-21', '2026-09-22'])
      await accepted(
        house.bookings.reserve(
          {
            ...{ personId: person, companionId: null, purpose: 'listen', seatId: house.seat(1) },
            ...{ startsAt: shanghai('10:00', day), endsAt: shanghai('11:00', day) },
          },
          nobody,
        ),
      )
    const { change, isRemoved, count } = await accepted(letGo(person, '2026-09-21'))
    expect({ isRemoved, count }).toEqual({ isRemoved: false, count: 1 })
    expect(await names()).toEqual(['王敏'])
    expect(await stateOf(person)).toEqual([shanghai('10:00'), shanghai('10:00', '2026-09-21')])
    await accepted(house.people.takeBackList({ changes: [change] }, coordinator))
    expect(await stateOf(person)).toHaveLength(3)
  })

  test('is not taken from a seat, nor with more than was shown', async () => {
    const person = await house.aPerson('王敏')
    const { mark } = await accepted(house.people.ahead({ personId: person }, coordinator))
    const booking = await house.aBooking({ person, from: '10:00', to: '11:00' })
    const wish = { personId: person, seenVersion: 0, mark, reason: '离职', keepUntil: null }
    expect(await refused(house.people.letGo(wish, coordinator))).toMatchObject({ code: 'has_other_ahead' })
    house.clock.set(shanghai('10:00'))
    await accepted(house.bookings.checkIn({ bookingId: booking.id, standInId: null }, nobody))
    expect(await refused(letGo(person, null))).toMatchObject({ code: 'is_sitting' })
    expect(await names()).toEqual(['王敏'])
  })
})
