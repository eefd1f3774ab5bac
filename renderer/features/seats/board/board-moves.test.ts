import { describe, expect, test } from 'vitest'
import { aBoard, aBookingOf, at } from '../../../../test/builders/board.ts'
import { arrowOf, carriedBy, cursorAfter, extendedBy, laidOn } from './board-moves.ts'
import { lifted } from './drag-geometry.ts'

const board = aBoard([aBookingOf({ seat: 2, from: '10:00', to: '11:30' })])

describe('the cursor', () => {
  test('steps over a booking as over one cell', () => {
    expect(cursorAfter(board, { seat: 1, slot: 1 }, 'down')).toEqual({ seat: 1, slot: 2 })
    expect(cursorAfter(board, { seat: 1, slot: 3 }, 'down')).toEqual({ seat: 1, slot: 5 })
    expect(cursorAfter(board, { seat: 1, slot: 4 }, 'up')).toEqual({ seat: 1, slot: 1 })
  })

  test('keeps its row from seat to seat and stays at the edges', () => {
    expect(cursorAfter(board, { seat: 0, slot: 3 }, 'right')).toEqual({ seat: 1, slot: 3 })
    expect(cursorAfter(board, { seat: 3, slot: 3 }, 'right')).toEqual({ seat: 3, slot: 3 })
    expect(cursorAfter(board, { seat: 0, slot: 0 }, 'up')).toEqual({ seat: 0, slot: 0 })
    expect(cursorAfter(board, { seat: 0, slot: 23 }, 'down')).toEqual({ seat: 0, slot: 23 })
    expect(cursorAfter(board, { seat: 2, slot: 5 }, 'first')).toEqual({ seat: 0, slot: 5 })
    expect(cursorAfter(board, { seat: 2, slot: 22 }, 'pageDown')).toEqual({ seat: 2, slot: 23 })
  })

  test('hears only keys that move', () => {
    const heard = ['ArrowUp', 'End', 'x'].map((key) => arrowOf({ key }))
    expect(heard).toEqual(['up', 'last', null])
  })
})

describe('a booking in the hand', () => {
  const placed = board.placed[0]
  if (placed === undefined) throw new Error('nothing is placed')
  const to = lifted(board, placed)

  test('goes a seat or a row with each arrow', () => {
    expect(carriedBy(board, { placed, act: 'move', to }, 'right', false).to).toEqual({ ...to, seat: 2 })
    expect(carriedBy(board, { placed, act: 'move', to }, 'up', false).to).toEqual({ ...to, firstSlot: 1 })
  })

  test('grows and shrinks at its end with Shift, and by arrows alone when only the end is held', () => {
    expect(carriedBy(board, { placed, act: 'move', to }, 'down', true).to).toEqual({ ...to, length: 4 })
    expect(carriedBy(board, { placed, act: 'resize', to }, 'up', false).to).toEqual({ ...to, length: 2 })
    const between = [at('11:15')]
    const drawn = carriedBy(board, { placed, act: 'resize', to }, 'up', false, between).to
    expect(drawn).toEqual({ ...to, endsAt: at('11:15') })
    expect(carriedBy(board, { placed, act: 'resize', to: drawn }, 'down', true, between).to).toEqual(to)
  })
})

describe('Shift and an arrow', () => {
  const idle = { kind: 'idle' } as const
  const morning = at('09:00')

  test('draw a range from the cursor, longer and shorter again', () => {
    const one = extendedBy(board, idle, { seat: 0, slot: 4 }, 'down', morning)
    expect(one).toMatchObject({ from: 4, end: 6, by: 'keys' })
    const two = one && extendedBy(board, one, { seat: 0, slot: 4 }, 'down', morning)
    expect(two).toMatchObject({ from: 4, end: 7 })
    const back = two && extendedBy(board, two, { seat: 0, slot: 4 }, 'up', morning)
    expect(back).toMatchObject({ from: 4, end: 6 })
  })

  test('turn over the anchor to the other side', () => {
    const up = extendedBy(board, idle, { seat: 0, slot: 4 }, 'up', morning)
    expect(up).toMatchObject({ from: 3, end: 5 })
    expect(up && extendedBy(board, up, { seat: 0, slot: 4 }, 'down', morning)).toMatchObject({ from: 4, end: 5 })
  })

  test('stop before a booking and draw nothing where nothing is free', () => {
    expect(extendedBy(board, idle, { seat: 1, slot: 1 }, 'down', morning)).toMatchObject({ from: 1, end: 2 })
    expect(extendedBy(board, idle, { seat: 1, slot: 3 }, 'down', morning)).toBeNull()
    expect(extendedBy(board, idle, { seat: 0, slot: 0 }, 'down', at('12:00'))).toBeNull()
  })
})

test('carried to another day it lies on its seat at its time, also where that day begins at another row', () => {
  const placed = board.placed[0]
  if (placed === undefined) throw new Error('nothing is placed')
  const wider = { ...board, slots: board.slots.slice(2) }
  const timeOf = (instant: string) => instant.slice(11, 16)
  const carried = {
    kind: 'carrying',
    placed,
    act: 'move',
    to: { ...lifted(board, placed), seat: 3 },
    by: 'keys',
  } as const
  const leftAt = timeOf(board.slots[2]?.startsAt ?? '')
  expect(laidOn(wider, { ...carried, leftAt }, timeOf)).toMatchObject({ seat: 3, firstSlot: 0, length: 3 })
  expect(laidOn(board, { ...carried, leftAt: '03:33' }, timeOf)).toMatchObject({ seat: 3, firstSlot: 2 })
})
