import { expect, test } from 'vitest'
import type { Person } from '../../../shared/contract/house/people.ts'
import type { HouseRoom } from '../../../shared/contract/house/rooms.ts'
import type { Ask } from '../demo-asker.ts'
import { companyPeople, MANAGER_COUNT } from './company-people.ts'
import { fillCompany } from './company-week.ts'

const everybody = companyPeople()
const managers = everybody.map((one, at) => ({ ...one, id: String(at) })) as unknown as Person[]
const roomOf = (name: string, seatCount: number) =>
  ({
    name,
    seats: Array.from({ length: seatCount }, (_, at) => ({ id: `${name} ${at}`, number: at + 1 })),
  }) as unknown as HouseRoom

/** The rows of the lists that the week of a company comes as. */
async function rowsOfWeek(): Promise<string[][]> {
  const rows: string[][] = []
  const ask = (async (_feature: string, _call: string, { base64 }: { base64: string }) => {
    const lines = Buffer.from(base64, 'base64').toString().split('\n').slice(1)
    rows.push(...lines.map((line) => line.split(',')))
    return { bookings: [] }
  }) as unknown as Ask
  const rooms = [roomOf('亦庄大厅', 26), roomOf('宿迁中心', 20), roomOf('成都中心', 14)]
  const nowMs = Date.parse('2026-11-27T02:00:00.000Z')
  const fill = fillCompany({ ask, nowMs, rooms, managers, later: () => {}, sit: () => null, told: () => {} })
  await fill({ seats: [], taken: [], take: async () => Promise.reject(new Error('not by hand')) })
  return rows
}

test('thousands of managers, each with a number of their own, and names as a company has them', () => {
  expect(new Set(everybody.map(({ employeeNumber }) => employeeNumber)).size).toBe(MANAGER_COUNT)
  expect(everybody.every(({ name }) => /^\p{Script=Han}{2,3}$/u.test(name))).toBe(true)
  expect(new Set(everybody.map(({ name }) => name)).size).toBeGreaterThan(MANAGER_COUNT / 10)
})

test('780 sessions on the peak day, one on a seat and one of a person at a time, booked by many', async () => {
  const rows = await rowsOfWeek()
  const peak = rows.filter(([date]) => date === '2026-11-28')
  expect(peak).toHaveLength(780)
  const places = rows.map(([date, time, room, seat]) => `${date} ${time} ${room} ${seat}`)
  expect(new Set(places).size).toBe(rows.length)
  const people = rows.flatMap(([, , , , person, beside]) => [person, beside]).filter((one) => one !== '')
  expect(new Set(people).size).toBe(people.length)
  const bookers = rows.filter(([, , , , person, , booker]) => booker !== person).map(([, , , , , , booker]) => booker)
  expect(bookers.length).toBeGreaterThan(rows.length / 3)
  expect(new Set(bookers).size).toBeGreaterThan(200)
})
