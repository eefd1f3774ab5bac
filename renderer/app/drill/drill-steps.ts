import type { ActionId } from '../../lib/key-map.ts'

/** What one step of the drill waits for. `writes`: words in the box; `digit`: the digit after the issue type's key. */
export interface DrillStep {
  readonly id: DrillStepId
  readonly waitsFor: ActionId | 'writes' | 'digit'
}

export type DrillStepId =
  | 'write'
  | 'view'
  | 'voice'
  | 'type'
  | 'digit'
  | 'save'
  | 'half'
  | 'nextCall'
  | 'halfDone'
  | 'review'
  | 'choose'
  | 'form'
  | 'ticket'

/** In the order of a call: note, kind, type, save, the next call with words half done, and the three keys of review. */
export const DRILL: readonly DrillStep[] = [
  { id: 'write', waitsFor: 'writes' },
  { id: 'view', waitsFor: 'listen.kindView' },
  { id: 'voice', waitsFor: 'listen.kindVoice' },
  { id: 'type', waitsFor: 'listen.issueType' },
  { id: 'digit', waitsFor: 'digit' },
  { id: 'save', waitsFor: 'listen.saveNote' },
  { id: 'half', waitsFor: 'writes' },
  { id: 'nextCall', waitsFor: 'listen.nextCall' },
  { id: 'halfDone', waitsFor: 'listen.halfDone' },
  { id: 'review', waitsFor: 'listen.review' },
  { id: 'choose', waitsFor: 'review.toggle' },
  { id: 'form', waitsFor: 'review.makeTicket' },
  { id: 'ticket', waitsFor: 'review.saveTicket' },
]

/** From here on the page is the review: letters are keys, and there is no box to type in. */
export const REVIEW_FROM = DRILL.findIndex(({ id }) => id === 'choose')

/** So many characters are words, not a slip. */
export const LEAST_WORDS = 4
