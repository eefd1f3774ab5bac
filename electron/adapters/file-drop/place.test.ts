import { linkSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aDeliveryRoom } from '../../../test/builders/deliveries.ts'
import { placeByLink, placeByRename } from './place.ts'

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
const refusing = (code: string) => async () => {
  throw Object.assign(new Error(code), { code })
}

test('with hard links: of ten that want a name one gets it, whole, and the others keep their bytes', async () => {
  const temporaries = Array.from({ length: 10 }, (_each, index) => aTemporary(`t${index}`))
  const ends = await Promise.all(temporaries.map((path) => placeByLink(path, final)))
  expect(ends.filter((end) => end === 'placed')).toHaveLength(1)
  const winner = `t${ends.indexOf('placed')}`
  expect(readFileSync(final, 'utf8')).toBe(winner)
  const others = temporaries.map((_path, index) => `t${index}`).filter((name) => name !== winner)
  expect(readdirSync(room.share).sort()).toEqual(['final.csv', ...others])
})

test.each([
  ['with hard links', placeByLink],
  ['without', placeByRename],
])('%s: a file that is there stays as it is', async (_, place) => {
  writeFileSync(final, 'theirs')
  expect(await place(aTemporary('t'), final)).toBe('taken')
  expect([readFileSync(final, 'utf8'), readdirSync(room.share).sort()]).toEqual(['theirs', ['final.csv', 't']])
})

test.each(['EPERM', 'EACCES', 'EIO', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL', 'EXDEV'])(
  '%s means «no links here»: nothing is placed and nothing removed',
  async (code) => {
    expect(await placeByLink(aTemporary('t'), final, refusing(code))).toBe('no_links')
    expect(readdirSync(room.share)).toEqual(['t'])
  },
)

test('other trouble is told, not taken for a missing ability', async () => {
  await expect(placeByLink(aTemporary('t'), final, refusing('ENOSPC'))).rejects.toThrow('ENOSPC')
})

test('a link that was made although its answer got lost is ours', async () => {
  const temporary = aTemporary('t')
  linkSync(temporary, final)
  expect(await placeByLink(temporary, final)).toBe('placed')
  expect(readdirSync(room.share)).toEqual(['final.csv'])
})
