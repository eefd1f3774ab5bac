import { expect, test } from 'vitest'
import { makeDraftKeeper } from './draft-keeper.ts'

/** A box, a slow disk and a screen, each moved by hand. */
function aKeeper() {
  const seen = { box: '', disk: '', stores: 0 }
  const paints: (() => void)[] = []
  const writes: (() => void)[] = []
  const store = () => {
    const text = seen.box
    seen.stores += 1
    return new Promise<void>((resolve) =>
      writes.push(() => {
        seen.disk = text
        resolve()
      }),
    )
  }
  const keeper = makeDraftKeeper(store, (run) => void paints.push(run))
  const settled = () => new Promise<void>((resolve) => setTimeout(resolve))
  return {
    seen,
    keeper,
    type: (text: string) => {
      seen.box += text
      keeper.touch()
    },
    paint: () => {
      for (const run of paints.splice(0)) run()
    },
    write: async () => {
      for (const run of writes.splice(0)) run()
      await settled()
    },
    waiting: () => ({ paints: paints.length, writes: writes.length }),
  }
}

test('a key costs nothing but a wish: the draft is stored after the paint', () => {
  const { type, seen, waiting } = aKeeper()
  type('他')
  type('说')
  expect([seen.stores, waiting()]).toEqual([0, { paints: 1, writes: 0 }])
})

test('what is typed without a pause lies on the disk up to what came during one write', async () => {
  const { type, paint, write, seen } = aKeeper()
  for (const character of '上周买的今天降价了还说不能补差') {
    type(character)
    paint()
    await write()
    paint()
    expect(seen.box.length - seen.disk.length).toBeLessThanOrEqual(1)
  }
})

test('one draft is on its way at a time; when it is there, the newest text follows', async () => {
  const { type, paint, write, seen, waiting } = aKeeper()
  type('上')
  paint()
  type('周')
  paint()
  type('买')
  paint()
  expect([seen.stores, waiting()]).toEqual([1, { paints: 0, writes: 1 }])
  await write()
  paint()
  await write()
  expect(seen).toEqual({ box: '上周买', disk: '上周买', stores: 2 })
  paint()
  expect(seen.stores).toBe(2)
})

test('a store that fails holds up nothing', async () => {
  let isBroken = true
  let stored = ''
  const paints: (() => void)[] = []
  const keeper = makeDraftKeeper(
    async () => {
      if (isBroken) throw new Error('no connection')
      stored = 'there'
    },
    (run) => void paints.push(run),
  )
  const paint = async () => {
    for (const run of paints.splice(0)) run()
    await new Promise<void>((resolve) => setTimeout(resolve))
  }
  keeper.touch()
  await paint()
  isBroken = false
  keeper.touch()
  await paint()
  expect(stored).toBe('there')
})

test('flush stores at once what waits, also behind a draft on its way, and nothing when nothing waits', async () => {
  const { type, paint, write, seen, keeper } = aKeeper()
  await keeper.flush()
  expect(seen.stores).toBe(0)
  type('一')
  paint()
  type('二')
  const flushed = keeper.flush()
  expect(seen.stores).toBe(2)
  await write()
  await flushed
  paint()
  expect(seen).toEqual({ box: '一二', disk: '一二', stores: 2 })
})
