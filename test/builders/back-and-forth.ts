import { expect, vi } from 'vitest'
import { redoNewest, undoNewest } from '../../renderer/ui/notices.ts'
import { patience } from './patience.ts'

/** Takes all steps back with the keys, one after the other, does them again, and takes them back once more. `seen`: how it looked before each, and after the last. */
export async function goesBackAndForth<Look>(looks: () => Promise<Look>, seen: readonly Look[]): Promise<void> {
  const becomes = (expected: Look) => vi.waitFor(async () => expect(await looks()).toEqual(expected), patience)
  const back = async () => {
    for (const before of seen.slice(0, -1).reverse()) {
      await vi.waitFor(() => expect(undoNewest()).toBe(true), patience)
      await becomes(before)
    }
  }
  await back()
  for (const after of seen.slice(1)) {
    await vi.waitFor(() => expect(redoNewest()).toBe(true), patience)
    await becomes(after)
  }
  await back()
}
