import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundled } from '../builders/bundled.ts'
import { aConsole, accepted, aFolder, clientOf } from '../builders/console.ts'

let program: Awaited<ReturnType<typeof bundled>>
beforeAll(async () => {
  program = await bundled({ child: join(import.meta.dirname, 'type-lines-child.ts') })
})
afterAll(() => program.remove())

/** What the console had acknowledged when it was killed, after so many of its answers. */
async function killAfter(dataFolder: string, answers: number): Promise<string[]> {
  const child = spawn(process.execPath, [join(program.path, 'child.js'), dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: string[] = []
  createInterface(child.stdout).on('line', (line) => {
    said.push(line)
    if (said.length === answers) child.kill('SIGKILL')
  })
  const [, signal] = await once(child, 'close')
  expect(signal).toBe('SIGKILL')
  return said
}

test.each([8, 31, 77])(
  'killed after %i answers, every line of the meeting is there, and the one half typed',
  async (answers) => {
    const folder = aFolder()
    const said = await killAfter(folder.path, answers)
    const console = await aConsole(folder.path)
    const client = clientOf(console.call)
    const [, callId = '', meetingId = ''] = said[0]?.split(' ') ?? []
    const told = (what: string) =>
      said.filter((one) => one.startsWith(`${what} `)).map((one) => one.slice(what.length + 1))
    const meeting = await accepted(client.meetings.ofCall({ callId }))
    const lines = meeting?.lines.map(({ text }) => text) ?? []
    expect(lines.slice(0, told('line').length)).toEqual(told('line'))
    // Whatever was written after the last answer may be there too: a key more, or the line.
    const [draft] = await accepted(client.meetings.drafts({ meetingId }))
    const half = said.at(-1)?.startsWith('draft ') ? (told('draft').at(-1) ?? '') : ''
    expect(draft === undefined ? (lines.at(-1) ?? '') : draft.text).toContain(half)
    await console.close()
    folder.remove()
  },
)
