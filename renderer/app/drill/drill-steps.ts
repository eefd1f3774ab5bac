import type { ActionId } from '../../lib/key-map.ts'

/** In the order of a call: note, kind, type, save, the next call with words half done, and the three keys of review. */
export const DRILL = [
  { id: 'write', key: null },
  { id: 'view', key: 'listen.kindView' },
  { id: 'voice', key: 'listen.kindVoice' },
  { id: 'type', key: 'listen.issueType' },
  { id: 'save', key: 'listen.saveNote' },
  { id: 'half', key: null },
  { id: 'nextCall', key: 'listen.nextCall' },
  { id: 'halfDone', key: 'listen.halfDone' },
  { id: 'review', key: 'listen.review' },
  { id: 'choose', key: 'review.toggle' },
  { id: 'form', key: 'review.makeTicket' },
  { id: 'ticket', key: 'review.saveTicket' },
  // Without a key, the step waits for words.
] as const satisfies readonly { readonly id: string; readonly key: ActionId | null }[]

export type DrillStep = (typeof DRILL)[number]
export type DrillStepId = DrillStep['id']

/** From here on the page is the review: letters are keys, and there is no box to type in. */
export const REVIEW_FROM = DRILL.findIndex(({ id }) => id === 'choose')
/** From here on the words of the ticket have the focus. */
export const FORM_FROM = DRILL.findIndex(({ id }) => id === 'ticket')

/** So many characters are words, not a slip. */
export const LEAST_WORDS = 4

/** The issue types of the practice call, by their digits. */
export const DRILL_TYPES = [1, 2, 3] as const
export type DrillType = (typeof DRILL_TYPES)[number]
