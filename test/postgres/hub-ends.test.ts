import { expect, test } from 'vitest'
import { openHouse } from '../../electron/compose-hub.ts'
import { anOpenRoom } from '../builders/seats.ts'

test('a hub that ends as soon as it has begun, as one that is asked for a code, leaves nothing behind to fail', async () => {
  const house = await anOpenRoom()
  try {
    const errors: unknown[] = []
    const log = { info: () => {}, warn: () => {}, error: (...said: unknown[]) => void errors.push(said) }
    const opened = await openHouse({ database: house.url, name: '总部', appVersion: '0.0.0', log })
    if (!opened.ok) throw new Error(`the hub did not open: ${opened.code}`)
    await opened.house.makeCode({ role: 'note_taker' })
    await opened.house.close()
    expect(errors).toEqual([])
  } finally {
    await house.close()
  }
})
