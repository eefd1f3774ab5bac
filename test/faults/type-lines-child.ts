import { writeSync } from 'node:fs'
import { v7 } from 'uuid'
import { aConsole, accepted } from '../builders/console.ts'

/** Writes the lines of a meeting, each key by key as its window does, until it is killed; says what was acknowledged. */
const [dataFolder = ''] = process.argv.slice(2)
const console = await aConsole(dataFolder)
const call = async <T>(name: string, input: unknown): Promise<T> => accepted(console.call(name, input)) as Promise<T>

const session = await call<{ id: string }>('sessions.start', { bookingId: null, listenerId: null, purpose: 'listen' })
const { id: callId } = await call<{ id: string }>('sessions.nextCall', { sessionId: session.id, reference: null })
const of = { callId, meetingId: v7() }
await call('meetings.start', of)
writeSync(1, `call ${callId} ${of.meetingId}\n`)
for (let number = 0; ; number += 1) {
  const text = `第${number}件事要有人做`
  const draftId = v7()
  for (let length = 1; length <= text.length; length += 1) {
    const typed = text.slice(0, length)
    await call('meetings.storeDraft', {
      ...{ draftId, meetingId: of.meetingId, lineId: null, seenVersion: null, text: typed, caret: length },
    })
    writeSync(1, `draft ${typed}\n`)
  }
  await call('meetings.addLine', { ...of, lineId: v7(), draftId, ownerName: null, text, dueOn: null })
  writeSync(1, `line ${text}\n`)
}
