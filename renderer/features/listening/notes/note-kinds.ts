import type { NoteKind } from '../../../../shared/contract/listening/notes.ts'
import type { ActionId } from '../../../lib/key-map.ts'

/** In the order of their keys. Voice and view first: a ticket needs the one, the other explains it. */
export const noteKinds: readonly NoteKind[] = ['voice', 'view', 'praise', 'risk']

export const keyOfKind = {
  voice: 'listen.kindVoice',
  view: 'listen.kindView',
  praise: 'listen.kindPraise',
  risk: 'listen.kindRisk',
} as const satisfies Record<NoteKind, ActionId>
