import { v7 } from 'uuid'
import { create } from 'zustand'
import { LONGEST } from '../../../shared/contract/limits.ts'
import type { MeetingDraft, MeetingLine } from '../../../shared/contract/meetings/meetings.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { Stale } from '../../../shared/contract/versions.ts'
import { lineAsTyped, type SaidLine } from '../../../shared/domain/meetings/said-line.ts'
import { isBlank } from '../../../shared/text/characters.ts'
import { isKeepable } from '../../lib/text-fault.ts'

/** What stands in the line field of one meeting. */
export interface LineBox {
  /** The draft these words are stored as; null while there are none. */
  readonly draftId: Id | null
  /** The stored line that is being changed, and the version the change goes out from. */
  readonly editing: { readonly lineId: Id; readonly version: number | null } | null
  readonly stale: Stale | null
  readonly text: string
  /** UTF-16 units. */
  readonly caret: number
  /** A day in these words is meant as it stands. */
  readonly plainly: boolean
  readonly isRestored: boolean
  /** Of a number that was being typed only stars came back. */
  readonly isFromDisk: boolean
  /** Grows when other words are laid in: another field, so that the browser's undo brings nothing back that was taken. */
  readonly fieldNumber: number
}

/** A line on its way to the disk, or refused on the way. */
export interface SendingLine extends SaidLine {
  readonly lineId: Id
  readonly draftId: Id
  readonly meetingId: Id
  readonly callId: Id
  /** As it was typed. */
  readonly typed: string
  readonly hasFailed: boolean
}

/** What undo takes back, the last first. */
export type LineStep =
  | { readonly did: 'added' | 'removed'; readonly lineId: Id }
  | { readonly did: 'edited'; readonly lineId: Id; readonly before: SaidLine }
  | { readonly did: 'dropped'; readonly line: SendingLine }

/** What was taken back, to be done again, with the stored line as it was before that. */
export interface UndoneStep {
  readonly step: LineStep
  readonly line: MeetingLine | null
}

interface LineBoxes {
  readonly boxes: Readonly<Record<Id, LineBox>>
  readonly sending: readonly SendingLine[]
  /** What was half written as it is to be closed is being saved into this meeting. */
  readonly savingHalfOf: Id | null
  readonly steps: Readonly<Record<Id, readonly LineStep[]>>
  /** Only until something else is done. */
  readonly undone: Readonly<Record<Id, readonly UndoneStep[]>>
}

export const useLineBoxes = create<LineBoxes>()(() => ({
  ...{ boxes: {}, sending: [], steps: {}, undone: {} },
  savingHalfOf: null,
}))

export const emptyLineBox: LineBox = {
  ...{ draftId: null, editing: null, stale: null, text: '', caret: 0 },
  ...{ plainly: false, isRestored: false, isFromDisk: false, fieldNumber: 0 },
}

export const lineBoxOf = (meetingId: Id): LineBox => useLineBoxes.getState().boxes[meetingId] ?? emptyLineBox

/** No words stand in the field, and no line is being changed in it: one that was emptied is a change as well. */
export const isFieldFree = ({ text, editing }: LineBox): boolean => text === '' && editing === null

export function changeLineBox(meetingId: Id, change: Partial<LineBox>): void {
  useLineBoxes.setState(({ boxes }) => ({
    boxes: { ...boxes, [meetingId]: { ...(boxes[meetingId] ?? emptyLineBox), ...change } },
  }))
}

/** Words that were begun elsewhere, behind what stands in the field. */
export function appendToLine(meetingId: Id, words: string): void {
  if (words === '') return
  const { text: before, fieldNumber } = lineBoxOf(meetingId)
  const text = before === '' || /\s$/u.test(before) ? before + words : `${before} ${words}`
  changeLineBox(meetingId, { text, caret: text.length, fieldNumber: fieldNumber + 1 })
}

/** Other words, or none, in a field of their own. */
export function layInLine(meetingId: Id, words: Partial<LineBox>): void {
  const { fieldNumber } = lineBoxOf(meetingId)
  changeLineBox(meetingId, { ...emptyLineBox, isRestored: true, fieldNumber: fieldNumber + 1, ...words })
}

/** The stored drafts, once: the first in the field, the others as lines that are not stored. Words typed before they came stand behind the first. */
export function restoreLines(
  meetingId: Id,
  callId: Id,
  drafts: readonly MeetingDraft[],
  said: (typed: string) => SaidLine,
): void {
  const box = lineBoxOf(meetingId)
  if (box.isRestored) return
  const [first, ...others] = drafts
  for (const { draftId, text } of others) keepLine({ draftId, meetingId, callId, typed: text, ...said(text) })
  if (first === undefined) {
    changeLineBox(meetingId, { isRestored: true })
    return
  }
  const text = box.text === '' ? first.text : `${first.text}\n${box.text}`
  changeLineBox(meetingId, {
    ...{ isRestored: true, isFromDisk: true, draftId: first.draftId, text },
    editing: first.lineId === null ? null : { lineId: first.lineId, version: first.seenVersion },
    caret: box.text === '' ? Math.min(first.caret, text.length) : text.length,
  })
}

function keepLine(line: Omit<SendingLine, 'lineId' | 'hasFailed'>): void {
  keepUnsaved({ ...line, lineId: v7(), hasFailed: true })
}

/** A line that was not stored stands among the others, to be sent again, put back or dropped. */
export function keepUnsaved(line: SendingLine): void {
  useLineBoxes.setState(({ sending }) => ({ sending: [...sending, line] }))
}

/** A line that was not stored is words in the field once more, under the same draft. Where others stand there it stays. */
export function putLineBack({ lineId, draftId, meetingId, typed: text }: SendingLine): void {
  if (!isFieldFree(lineBoxOf(meetingId))) return
  settleLine(lineId, 'gone')
  layInLine(meetingId, { draftId, text, caret: text.length })
}

export function draftIdOfLine(meetingId: Id): Id {
  const known = lineBoxOf(meetingId).draftId
  if (known !== null) return known
  const draftId = v7()
  changeLineBox(meetingId, { draftId })
  return draftId
}

/** Whether the words say something that can be kept. */
export const isLineSavable = (text: string, said: SaidLine): boolean =>
  !isBlank(said.text) && isKeepable(said.text, LONGEST.meetingLine) && text.length <= LONGEST.draft

/** Takes a new line out of the field, which is ready for the next. */
export function takeLine(meetingId: Id, callId: Id, said: SaidLine): SendingLine {
  const { text: typed } = lineBoxOf(meetingId)
  const draftId = draftIdOfLine(meetingId)
  const line = { ...said, lineId: v7(), draftId, meetingId, callId, typed, hasFailed: false }
  layInLine(meetingId, {})
  useLineBoxes.setState(({ sending }) => ({ sending: [...sending, line] }))
  return line
}

/** Gone: stored, or not to be stored at all. */
export function settleLine(lineId: Id, outcome: 'gone' | 'failed' | 'again'): void {
  useLineBoxes.setState(({ sending }) => ({
    sending:
      outcome === 'gone'
        ? sending.filter((line) => line.lineId !== lineId)
        : sending.map((line) => (line.lineId === lineId ? { ...line, hasFailed: outcome === 'failed' } : line)),
  }))
}

export const beginLineEdit = (meetingId: Id, line: MeetingLine): void => {
  const text = lineAsTyped(line)
  layInLine(meetingId, { editing: { lineId: line.id, version: line.version }, text, caret: text.length })
}

/** Something was done: what was taken back before is not done again. */
export function rememberStep(meetingId: Id, step: LineStep): void {
  putStep(meetingId, step)
  useLineBoxes.setState(({ undone }) => ({ undone: { ...undone, [meetingId]: [] } }))
}

/** It can be taken back, or once more. */
export function putStep(meetingId: Id, step: LineStep): void {
  useLineBoxes.setState(({ steps }) => ({ steps: { ...steps, [meetingId]: [...(steps[meetingId] ?? []), step] } }))
}

/** The last step, which is none any more. */
export function takeStep(meetingId: Id): LineStep | null {
  const steps = useLineBoxes.getState().steps[meetingId] ?? []
  useLineBoxes.setState((state) => ({ steps: { ...state.steps, [meetingId]: steps.slice(0, -1) } }))
  return steps.at(-1) ?? null
}

export function putUndone(meetingId: Id, step: UndoneStep): void {
  useLineBoxes.setState(({ undone }) => ({ undone: { ...undone, [meetingId]: [...(undone[meetingId] ?? []), step] } }))
}

/** What was taken back last, which is to be done again. */
export function takeUndone(meetingId: Id): UndoneStep | null {
  const undone = useLineBoxes.getState().undone[meetingId] ?? []
  useLineBoxes.setState((state) => ({ undone: { ...state.undone, [meetingId]: undone.slice(0, -1) } }))
  return undone.at(-1) ?? null
}

/** That it was taken back in another way. */
export function forgetStep(meetingId: Id, step: LineStep): void {
  useLineBoxes.setState(({ steps }) => ({
    steps: { ...steps, [meetingId]: (steps[meetingId] ?? []).filter((one) => one !== step) },
  }))
}

/** What was done to the lines before they were closed is not taken back line by line any more: first the closing is. */
export function forgetSteps(meetingId: Id): void {
  useLineBoxes.setState(({ steps, undone }) => ({
    steps: { ...steps, [meetingId]: [] },
    undone: { ...undone, [meetingId]: [] },
  }))
}
