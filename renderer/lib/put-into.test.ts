import { afterEach, expect, test } from 'vitest'
import { aRoom } from '../../test/builders/board.ts'
import { showRoom } from '../features/house/room/keeping/keeping.actions.ts'
import { theRooms } from './common-queries.ts'
import { putInto } from './put-into.ts'
import { queryClient, refreshOn } from './query-client.ts'

afterEach(() => queryClient.clear())

const isToBeRead = (queryKey: readonly unknown[]) => queryClient.getQueryState(queryKey)?.isInvalidated

test('rooms that nobody looks at and that others changed are read anew, though one of them was kept here meanwhile', () => {
  const [one, other] = [
    { ...aRoom(), id: 'one' },
    { ...aRoom(), id: 'other' },
  ] as const
  queryClient.setQueryData(theRooms.queryKey, [one, other])
  refreshOn({ kind: 'changed', topics: ['rooms'] })
  showRoom({ ...one, name: '一号厅' })
  expect(queryClient.getQueryData(theRooms.queryKey)).toMatchObject([{ name: '一号厅' }, other])
  expect(isToBeRead(theRooms.queryKey)).toBe(true)
})

test('what is as it was read stays so', () => {
  queryClient.setQueryData(['tickets', 'one'], { version: 1 })
  putInto<{ version: number }>(['tickets', 'one'], (known) => known && { version: 2 })
  expect([queryClient.getQueryData(['tickets', 'one']), isToBeRead(['tickets', 'one'])]).toEqual([
    { version: 2 },
    false,
  ])
  putInto(['tickets', 'nobody asked'], (known) => known)
  expect(queryClient.getQueryState(['tickets', 'nobody asked'])).toBeUndefined()
})
