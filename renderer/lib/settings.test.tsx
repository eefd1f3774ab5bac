import { expect, test } from 'vitest'
import { someSettings } from '../../test/builders/parts.ts'
import { drawAt, useTextSize } from './appearance.ts'
import { wearSettings, whileLookIsKept } from './settings.ts'

test('what was read before does not take back a size that is on its way to the disk: a second press goes on from it', async () => {
  const before = { ...someSettings().read(), textSizePercent: 100 } as const
  const kept = Promise.withResolvers<void>()
  drawAt(115)
  const keeping = whileLookIsKept(kept.promise)
  wearSettings(before)
  expect(useTextSize.getState().percent).toBe(115)
  kept.resolve()
  await keeping
  wearSettings(before)
  expect(useTextSize.getState().percent).toBe(100)
})
