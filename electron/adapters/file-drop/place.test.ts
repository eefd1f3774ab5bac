import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aDeliveryRoom } from '../../../test/builders/deliveries.ts'
import { placeWithoutOverwriting, reservationOf } from './place.ts'

let room: ReturnType<typeof aDeliveryRoom>
let final: string
beforeEach(() => {
  room = aDeliveryRoom()
  final = join(room.share, 'final.csv')
})
afterEach(() => room.remove())

const aTemporary = (name: string): string => {
  const path = join(room.share, name)
  writeFileSync(path, name)
  return path
}
/** As FAT and many SMB shares answer. */
const noLinks = async () => {
  throw Object.assign(new Error('not permitted'), { code: 'EPERM' })
}

test.each([
  ['with hard links', undefined],
  ['without', noLinks],
])('%s: of ten that want a name one gets it, whole, and the others keep their bytes', async (_, makeLink) => {
  const temporaries = Array.from({ length: 10 }, (_each, index) => aTemporary(`t${index}`))
  const ends = await Promise.all(temporaries.map((path) => placeWithoutOverwriting(path, final, makeLink)))
  expect(ends.filter((end) => end === 'placed')).toHaveLength(1)
  const winner = `t${ends.indexOf('placed')}`
  expect(readFileSync(final, 'utf8')).toBe(winner)
  const others = temporaries.map((_path, index) => `t${index}`).filter((name) => name !== winner)
  expect(readdirSync(room.share).sort()).toEqual(['final.csv', ...others])
})

test.each([
  ['with hard links', undefined],
  ['without', noLinks],
])('%s: a file that is there stays as it is', async (_, makeLink) => {
  writeFileSync(final, 'theirs')
  expect(await placeWithoutOverwriting(aTemporary('t'), final, makeLink)).toBe('taken')
  expect([readFileSync(final, 'utf8'), readdirSync(room.share).sort()]).toEqual(['theirs', ['final.csv', 't']])
})

test('without links: a name that another console holds is left to it', async () => {
  writeFileSync(reservationOf(final), '')
  expect(await placeWithoutOverwriting(aTemporary('t'), final, noLinks)).toBe('taken')
  expect(readdirSync(room.share)).not.toContain('final.csv')
})

test('other trouble is told, not taken for a missing ability', async () => {
  const full = async () => {
    throw Object.assign(new Error('full'), { code: 'ENOSPC' })
  }
  await expect(placeWithoutOverwriting(aTemporary('t'), final, full)).rejects.toThrow('full')
})
