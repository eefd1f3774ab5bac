import type { Meeting, MeetingLine } from '../../../shared/contract/meetings/meetings.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { lineAsTyped } from '../../../shared/domain/meetings/said-line.ts'
import { client } from '../../lib/client.ts'
import { queryClient } from '../../lib/query-client.ts'
import {
  isFieldFree,
  type LineStep,
  layInLine,
  lineBoxOf,
  putStep,
  putUndone,
  takeStep,
  takeUndone,
  useLineBoxes,
} from './line-box.ts'
import {
  bringBack,
  dropLine,
  dropUnsaved,
  keepOwnVersion,
  ownVersionOf,
  storeLineDraft,
  told,
  wordsOf,
} from './meetings.actions.ts'
import { meetingOfCall } from './meetings.queries.ts'

/** What is taken back and done again is done in the order of its keys. */
let turning: Promise<unknown> = Promise.resolve()
let turns = 0
function inTurn(act: () => Promise<unknown>): void {
  turns += 1
  turning = turning
    .then(act)
    .catch(() => {})
    .finally(() => {
      turns -= 1
    })
}

/** Takes back what was done last to the lines of this meeting; false when there is nothing. A line that was added is half done again. */
export function undoLine(meeting: Meeting): boolean {
  const step = takeStep(meeting.id)
  if (step === null) return false
  inTurn(() => takeStepBack(meeting, step))
  return true
}

async function takeStepBack({ id, callId }: Meeting, step: LineStep): Promise<void> {
  if (step.did === 'dropped') {
    bringBack(step.line)
    return putUndone(id, { step, line: null })
  }
  const line = lineNow(callId, step.lineId)
  const at = { meetingId: id, callId, lineId: step.lineId, seenVersion: ownVersionOf(step.lineId) }
  const answer = told(
    step.did === 'edited'
      ? await client.meetings.editLine({ ...at, draftId: null, ...step.before })
      : await client.meetings.removeLine({ ...at, isRemoved: step.did === 'added' }),
  )
  if (!answer.ok) return
  keepOwnVersion(answer, step.lineId)
  putUndone(id, { step, line })
  if (step.did !== 'added' || line === null || !isFieldFree(lineBoxOf(id))) return
  const text = lineAsTyped(line)
  layInLine(id, { text, caret: text.length })
  await storeLineDraft(id)
}

/** Does again what was taken back last; false when there is nothing. */
export function redoLine(meeting: Meeting): boolean {
  const undone = useLineBoxes.getState().undone[meeting.id] ?? []
  // What the key before takes back is not there yet.
  if (undone.length === 0 && turns === 0) return false
  inTurn(() => doStepAgain(meeting))
  return true
}

async function doStepAgain({ id, callId }: Meeting): Promise<void> {
  const undone = takeUndone(id)
  if (undone === null) return
  const { step, line } = undone
  if (step.did === 'dropped') return dropUnsaved(step.line, putStep)
  const at = { meetingId: id, callId, lineId: step.lineId, seenVersion: ownVersionOf(step.lineId) }
  if (step.did === 'edited' && line === null) return
  const answer = told(
    step.did === 'edited' && line !== null
      ? await client.meetings.editLine({ ...at, draftId: null, ...wordsOf(line) })
      : await client.meetings.removeLine({ ...at, isRemoved: step.did === 'removed' }),
  )
  if (!answer.ok) return
  keepOwnVersion(answer, step.lineId)
  putStep(id, step)
  // Its words are a line once more, and none in the field, where nobody changed them.
  const box = lineBoxOf(id)
  if (step.did === 'added' && line !== null && box.editing === null && box.text === lineAsTyped(line))
    await dropLine(id)
}

/** A stored line as the screen has it by now. */
const lineNow = (callId: Id, lineId: Id): MeetingLine | null =>
  queryClient.getQueryData(meetingOfCall(callId).queryKey)?.lines.find(({ id }) => id === lineId) ?? null
