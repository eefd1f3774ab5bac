import { expect, test, vi } from 'vitest'
import { aConsole, aFolder } from '../test/builders/console.ts'
import { patience } from '../test/builders/patience.ts'

const aLog = () => {
  const lines: string[] = []
  return { lines, log: { info: (line: string) => void lines.push(line), warn: () => {}, error: () => {} } }
}

test('that it opened is logged behind the first screen, whose masks would be made for it first', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const folder = aFolder()
  try {
    const { lines, log } = aLog()
    const console = await aConsole(folder.path, { log, firstScreenMs: 60_000 })
    expect(lines).toEqual([])
    vi.advanceTimersByTime(60_000)
    expect(lines).toEqual([])
    vi.useRealTimers()
    await vi.waitFor(() => expect(lines).toEqual([expect.stringContaining('opened its data folder')]), patience)
    await console.close()
    expect(lines).toHaveLength(2)
  } finally {
    vi.useRealTimers()
    folder.remove()
  }
})

test('closed before, it is logged first', async () => {
  const folder = aFolder()
  const { lines, log } = aLog()
  const console = await aConsole(folder.path, { log })
  await console.close()
  expect(lines).toEqual([expect.stringContaining('opened its data folder'), 'closed'])
  folder.remove()
})
