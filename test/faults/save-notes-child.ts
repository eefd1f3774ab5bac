import { existsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { v7 } from 'uuid'
import { aConsole, accepted } from '../builders/console.ts'

/**
 * Saves notes one after the other until it is killed, and writes the number of each that was acknowledged. `asked`: one for each line
 * it reads. `kept`: not before it is kept on the disk what the pages of the database are.
 */
const [dataFolder = '', firstNumber = '0', pace = 'restless'] = process.argv.slice(2)
const asked = pace === 'asked' ? createInterface(process.stdin)[Symbol.asyncIterator]() : null
const lookAfterEveryMs = 2_000
const everyMs = globalThis.setInterval
// So often that kills fall among the looks after the database as well; whoever waits to be asked rests between.
if (asked === null)
  globalThis.setInterval = ((work: () => void, ms: number) =>
    everyMs(work, ms === lookAfterEveryMs ? 5 : ms)) as typeof setInterval
const console = await aConsole(dataFolder)
const call = async <T>(name: string, input: unknown): Promise<T> => accepted(console.call(name, input)) as Promise<T>

const running = await call<{ id: string } | null>('sessions.current', {})
const session =
  running ?? (await call<{ id: string }>('sessions.start', { bookingId: null, listenerId: null, purpose: 'listen' }))
const { id: callId } = await call<{ id: string }>('sessions.nextCall', { sessionId: session.id, reference: null })

// Of a file that is too large none are kept: whoever waits for them must not wait for ever.
for (let looks = 0; pace === 'kept' && !existsSync(join(dataFolder, 'earshot.pages')); looks += 1) {
  if (looks > 30_000) throw new Error('no pages were kept')
  await pause(2)
}
writeSync(1, 'ready\n')
for (let number = Number(firstNumber); ; number += 1) {
  await asked?.next()
  const rest = { callId, draftId: v7(), kind: 'voice', text: textOf(number), offsetMs: number, issueTypeId: null }
  await call('notes.storeDraft', { ...rest, noteId: null, text: rest.text.slice(0, 3), caret: 3 })
  await call('notes.add', { ...rest, noteId: v7() })
  // Straight to the pipe: what is in it outlives this process.
  writeSync(1, `${number}\n`)
}

/** Of every length, so that some notes span pages; the parent knows the same rule. */
function textOf(number: number): string {
  return `${'听'.repeat((number * 37) % 1_900)}完`
}
