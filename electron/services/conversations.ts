import type { Conversation } from '../../shared/contract/conversations.ts'
import type { Service } from '../../shared/contract/services.ts'
import { readVcon } from '../adapters/transcripts/vcon.ts'
import { conversationOfCall, deleteConversation, storeConversation } from '../storage/conversations.ts'
import type { ServiceParts } from './parts.ts'

export function conversationsService({ db }: ServiceParts): Service<'conversations'> {
  return {
    ofCall: ({ callId }) => ({ ok: true, value: conversationOfCall(db, callId) }),

    attach: ({ callId, fileName, text }) => {
      const reading = readVcon(text, fileName)
      if (!reading.ok) return { ok: false, code: reading.code, detail: {} }
      const { title, pace, lines } = reading
      const conversation: Conversation = { callId, title, pace, lines }
      return storeConversation(db, conversation) === 'saved'
        ? { ok: true, value: conversation }
        : { ok: false, code: 'call_not_found', detail: {} }
    },

    detach: ({ callId }) => {
      deleteConversation(db, callId)
      return { ok: true, value: {} }
    },
  }
}
