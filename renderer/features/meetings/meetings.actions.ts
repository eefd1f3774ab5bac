import { v7 } from 'uuid'
import type { Meeting, MeetingLine } from '../../../shared/contract/meetings/meetings.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { DayFacts } from '../../../shared/domain/meetings/agreed-day.ts'
import type { SaidLine } from '../../../shared/domain/meetings/said-line.ts'
import { saidLine } from '../../../shared/domain/meetings/typed-line.ts'
import { client } from '../../lib/client.ts'
import { storable } from '../../lib/draft-keeper.ts'
import { failureOf } from '../../lib/errors.ts'
import { textsOf } from '../../lib/i18n.ts'
import { queryClient } from '../../lib/query-client.ts'
import { takeFields } from '../../lib/touched-fields.ts'
import { tryLater } from '../../lib/try-later.ts'
import { watchOver } from '../../lib/watch-over-sending.ts'
import { tellWhetherKept } from '../../ui/kept-words.ts'
import { notify, notifyFailure, notifySuccess } from '../../ui/notices.ts'
import { type Turn, tellTurn } from '../../ui/turns.ts'
import {
  changeLineBox,
  draftIdOfLine,
  forgetStep,
  forgetSteps,
  isLineSavable,
  keepUnsaved,
  layInLine,
  lineBoxOf,
  rememberStep,
  type SendingLine,
  settleLine,
  takeLine,
  useLineBoxes,
} from './line-box.ts'
import { meetingOfCall, minutesOfCall } from './meetings.queries.ts'

type Of = { readonly meetingId: Id; readonly callId: Id }
const ofMeeting = ({ id: meetingId, callId }: Pick<Meeting, 'id' | 'callId'>): Of => ({ meetingId, callId })
export const wordsOf = ({ ownerName, text, dueOn }: SaidLine): SaidLine => ({ ownerName, text, dueOn })

type Answer = { ok: true; value: Meeting } | { ok: false; code: string; detail: unknown }

/** The screen has it with the answer. */
function shown<A extends Answer>(answer: A): A {
  if (answer.ok) queryClient.setQueryData(meetingOfCall(answer.value.callId).queryKey, answer.value)
  return answer
}
export function told<A extends Answer>(answer: A): A {
  if (!answer.ok) notifyFailure(() => failureOf(answer))
  return shown(answer)
}

/** By line, the version that this window made last: what somebody else made of it since is not taken back unseen. */
const ownVersions = new Map<Id, number>()
export const ownVersionOf = (lineId: Id): number | null => ownVersions.get(lineId) ?? null
export function keepOwnVersion<A extends Answer>(answer: A, lineId: Id): A {
  if (!answer.ok) return answer
  const line = answer.value.lines.find(({ id }) => id === lineId)
  // One that was taken away is changed by nobody.
  if (line === undefined) ownVersions.delete(lineId)
  else ownVersions.set(lineId, line.version)
  return answer
}

/** Stores what stands in the field as its draft; an emptied field drops it. */
export async function storeLineDraft(meetingId: Id): Promise<void> {
  await isFieldKept(meetingId)
}

/** What was written of a call that was sealed meanwhile goes from this window once it is on the disk: there it lies with what is sealed. */
export async function putFieldAway(meetingId: Id): Promise<void> {
  const { text } = lineBoxOf(meetingId)
  if (text !== '' && (await isFieldKept(meetingId)) && lineBoxOf(meetingId).text === text) layInLine(meetingId, {})
}

async function isFieldKept(meetingId: Id): Promise<boolean> {
  const box = lineBoxOf(meetingId)
  if (box.text === '' && box.draftId === null) return true
  const text = storable(box.text)
  const { lineId = null, version: seenVersion = null } = box.editing ?? {}
  const draft = { draftId: draftIdOfLine(meetingId), meetingId, lineId, seenVersion, text }
  const answer = await client.meetings.storeDraft({ ...draft, caret: Math.min(box.caret, text.length) })
  tellWhetherKept(answer)
  if (!answer.ok) tryLater(`the line field of ${meetingId}`, answer.code, () => void storeLineDraft(meetingId))
  return answer.ok
}

/** Saves what stands in the field: a new line, or the change of one. */
export async function saveBox(meeting: Meeting, said: SaidLine): Promise<void> {
  const { editing } = lineBoxOf(meeting.id)
  if (editing === null) saveLine(ofMeeting(meeting), said)
  else {
    const before = meeting.lines.find(({ id }) => id === editing.lineId)
    await saveLineEdit(ofMeeting(meeting), said, before)
  }
}

/** What is half written as the meeting is to be closed is part of it: saved like any line, where it says something. */
export async function saveHalfWritten(meeting: Meeting, names: readonly string[], facts: DayFacts): Promise<void> {
  const { text, plainly } = lineBoxOf(meeting.id)
  const said = saidLine(text, names, { ...facts, plainly })
  if (!isLineSavable(text, said)) return
  useLineBoxes.setState({ savingHalfOf: meeting.id })
  try {
    await saveBox(meeting, said)
  } catch {
    // Main went: the words stay in the field, and the dialog says so.
  } finally {
    useLineBoxes.setState({ savingHalfOf: null })
  }
}

/** The field is free at once; the line is shown as on its way until it is on disk. */
function saveLine({ meetingId, callId }: Of, said: SaidLine): void {
  const line = takeLine(meetingId, callId, said)
  takeFields()
  void send(line)
}

async function send(line: SendingLine): Promise<void> {
  const { lineId, draftId, meetingId, callId } = line
  const wish = { lineId, draftId, meetingId, callId, ...wordsOf(line) }
  const answer = keepOwnVersion(shown(await client.meetings.addLine(wish)), lineId)
  tellWhetherKept(answer)
  settleLine(lineId, answer.ok ? 'gone' : 'failed')
  if (answer.ok) {
    void dropLineDraft(meetingId, draftId)
    return rememberStep(meetingId, { did: 'added', lineId })
  }
  tryLater(lineId, answer.code, () => void sendOnceKept(lineId))
  if (answer.code === 'too_many') notify({ tone: 'info', title: () => textsOf('meetings')('refused.tooMany') })
  await storeUnsaved(line)
}

const storeUnsaved = ({ draftId, meetingId, typed: text }: SendingLine) =>
  client.meetings.storeDraft({ draftId, meetingId, lineId: null, seenVersion: null, text, caret: 0 })

export function bringBack(line: SendingLine): void {
  keepUnsaved(line)
  void storeUnsaved(line)
}

/** A line that was not stored is not to be: it and its draft go, with a way back. */
export async function dropUnsaved(line: SendingLine, remember = rememberStep): Promise<void> {
  settleLine(line.lineId, 'gone')
  const step = { did: 'dropped', line } as const
  remember(line.meetingId, step)
  const undo = () => {
    forgetStep(line.meetingId, step)
    bringBack(line)
  }
  notifySuccess(() => textsOf('meetings')('lines.dropped'), { undo })
  await dropLineDraft(line.meetingId, line.draftId)
}

/** Sends every line that failed once more, under its own id. */
export function sendLinesAgain(): void {
  for (const line of useLineBoxes.getState().sending.filter(({ hasFailed }) => hasFailed)) {
    settleLine(line.lineId, 'again')
    void send(line)
  }
}

const refused = (lineId: Id) =>
  useLineBoxes.getState().sending.find((waiting) => waiting.lineId === lineId && waiting.hasFailed)

/** By itself: its words as a draft show whether the disk takes something again. Until it does its keys stay where they are. */
async function sendOnceKept(lineId: Id): Promise<void> {
  const line = refused(lineId)
  if (line === undefined) return
  const answer = await storeUnsaved(line)
  if (!answer.ok) return tryLater(lineId, answer.code, () => void sendOnceKept(lineId))
  if (refused(lineId) === undefined) return
  settleLine(lineId, 'again')
  await send(line)
}

/** Lines on their way. Returns the way to stop. */
export const watchOverLines = (): (() => void) =>
  watchOver(() => useLineBoxes.getState().sending.length > 0, sendLinesAgain)

/** Saves the change of a line; the field is cleared only when it was taken. */
async function saveLineEdit(of: Of, said: SaidLine, before: MeetingLine | undefined) {
  const { editing, draftId, text } = lineBoxOf(of.meetingId)
  if (editing === null) return
  const { lineId, version: seenVersion } = editing
  const wish = { ...of, lineId, seenVersion, draftId, ...wordsOf(said) }
  const answer = keepOwnVersion(shown(await client.meetings.editLine(wish)), lineId)
  if (!answer.ok && answer.code === 'stale') return changeLineBox(of.meetingId, { stale: answer.detail })
  tellWhetherKept(answer)
  if (!answer.ok) return void notifyFailure(() => failureOf(answer))
  if (before !== undefined) rememberStep(of.meetingId, { did: 'edited', lineId, before: wordsOf(before) })
  // Its draft may have been begun while it was on its way.
  const now = lineBoxOf(of.meetingId)
  const isUnchanged = now.text === text
  if (isUnchanged) layInLine(of.meetingId, {})
  takeFields()
  if (isUnchanged) await dropLineDraft(of.meetingId, now.draftId)
}

/** Gives up the change of a line, or the words of a new one. */
export async function dropLine(meetingId: Id): Promise<void> {
  const { draftId } = lineBoxOf(meetingId)
  layInLine(meetingId, {})
  await dropLineDraft(meetingId, draftId)
}

/** What is half done is the desk's own: a hub that takes the line has no draft to forget. */
async function dropLineDraft(meetingId: Id, draftId: Id | null): Promise<void> {
  if (draftId === null) return
  await client.meetings.storeDraft({ draftId, meetingId, lineId: null, seenVersion: null, text: '', caret: 0 })
}

export async function removeLine(of: Of, { id: lineId, version: seenVersion }: MeetingLine): Promise<void> {
  const answer = told(await client.meetings.removeLine({ ...of, lineId, seenVersion, isRemoved: true }))
  keepOwnVersion(answer, lineId)
  if (answer.ok) rememberStep(of.meetingId, { did: 'removed', lineId })
}

/** Of who is there the last change that was begun here, by meeting. */
const naming = new Map<Id, Promise<unknown>>()

/** Changes who is there: those whom the screen shows once earlier changes of this window are done. False where it was not stored, which is said. */
export async function changeAttendees(meeting: Meeting, change: (names: readonly string[]) => readonly string[]) {
  const { queryKey } = meetingOfCall(meeting.callId)
  const begun = (naming.get(meeting.id) ?? Promise.resolve()).then(async () => {
    const { attendees, version: seenVersion } = queryClient.getQueryData(queryKey) ?? meeting
    const wish = { ...ofMeeting(meeting), seenVersion, attendees: [...change(attendees)] }
    const answer = told(await client.meetings.setAttendees(wish))
    if (!answer.ok && answer.code === 'stale') await queryClient.invalidateQueries({ queryKey })
    return answer.ok
  })
  naming.set(
    meeting.id,
    begun.catch(() => {}),
  )
  return await begun
}

export const setSolved = async (meeting: Meeting, isSolved: boolean) =>
  told(await client.meetings.setSolved({ ...ofMeeting(meeting), isSolved }))

interface WaysFromMinutes {
  openSettings(): void
  /** To the file of this name. */
  openLedger(fileName: string): void
}

/** Writes the minutes into the folder for exports, and says where they are: there, waiting, or on their way; and what was masked again. */
export async function writeMinutes(
  wish: Parameters<typeof client.meetings.writeMinutes>[0],
  { openSettings, openLedger }: WaysFromMinutes,
): Promise<void> {
  const words = () => textsOf('meetings')
  const toSettings = { label: () => words()('minutes.toFolder'), run: openSettings }
  if (wish.folder === '')
    return void notify({ tone: 'info', title: () => words()('minutes.noFolder'), action: toSettings })
  const answer = await client.meetings.writeMinutes(wish)
  if (answer.ok) {
    const { fileName: name, folder, state, reason } = answer.value
    const again = (await queryClient.fetchQuery(minutesOfCall(wish.callId)).catch(() => null))?.maskedAgain ?? 0
    const masked = () => (again === 0 ? [] : [words()('minutes.maskedAgain', { count: again })])
    const action = { label: () => words()('minutes.toLedger'), run: () => openLedger(name) }
    if (state === 'delivered') {
      const hint = () => [folder, ...masked()].join(' · ')
      return void notifySuccess(() => words()('minutes.written', { name }), { hint, action })
    }
    const why = () => (reason === null ? [] : [textsOf('exports')(`reason.${reason}`)])
    const title = () => words()(state === 'waiting' ? 'minutes.waits' : 'minutes.onItsWay', { name })
    return void notify({ tone: 'info', title, hint: () => [...why(), ...masked()].join(' '), action })
  }
  switch (answer.code) {
    case 'sealed':
      return void notify({ tone: 'info', title: () => words()('refused.sealed') })
    case 'folder_not_absolute':
    case 'data_folder': {
      const { code } = answer
      const failure = () => ({ title: words()('minutes.notTaken'), hint: words()(`minutes.folder.${code}`) })
      return void notifyFailure(failure, { action: toSettings })
    }
    default:
      notifyFailure(() => failureOf(answer))
  }
}

/** The pile of what is told of meetings that were closed. */
const MEETINGS = 'meetings'

type CloseWish = Parameters<typeof client.meetings.close>[0]

/** Closes, and says so with a way back. The refusals that name lines are the caller's to show. */
export async function closeMeeting(
  meeting: Meeting,
  wish: Pick<CloseWish, 'closeId' | 'ranMs' | 'lines'>,
  turn: Turn = 'first',
) {
  const answer = await client.meetings.close({ ...ofMeeting(meeting), ...wish })
  if (!answer.ok) {
    if (answer.code === 'lines_changed') notify({ tone: 'info', title: () => textsOf('meetings')('refused.changed') })
    else if (answer.code !== 'lines_refused') notifyFailure(() => failureOf(answer))
    return answer
  }
  shown({ ok: true, value: answer.value.meeting })
  forgetSteps(meeting.id)
  const { meeting: closed, opened } = answer.value
  const count = opened.length
  // Somebody else may have been quicker, or an earlier closing whose answer was lost.
  const closeId = closed.closeId ?? wish.closeId
  tellTurn(
    MEETINGS,
    turn,
    () => textsOf('meetings')('closed', { count }),
    (next) => reopen(meeting, closeId, next, (again) => closeAgain(meeting, wish, again)),
  )
  return answer
}

/** The same lines become tickets and decisions once more, unless they were changed since. */
async function closeAgain(meeting: Meeting, wish: Parameters<typeof closeMeeting>[1], turn: Turn): Promise<void> {
  const answer = await closeMeeting(meeting, { ...wish, closeId: v7() }, turn)
  if (!answer.ok && answer.code === 'lines_refused')
    notify({ tone: 'info', title: () => textsOf('meetings')('refused.changed') })
}

async function reopen(
  meeting: Meeting,
  closeId: Id,
  turn: Turn,
  again: (turn: Turn) => Promise<unknown>,
): Promise<void> {
  const answer = await client.meetings.reopen({ ...ofMeeting(meeting), closeId })
  if (answer.ok) {
    shown({ ok: true, value: answer.value.meeting })
    tellTurn(MEETINGS, turn, () => textsOf('meetings')('reopened'), again)
  } else if (answer.code === 'already_touched') {
    const { ticketNumber: number } = answer.detail
    notify({ tone: 'info', title: () => textsOf('meetings')('refused.touched', { number }) })
  } else notifyFailure(() => failureOf(answer))
}
