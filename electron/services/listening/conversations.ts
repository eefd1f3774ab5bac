import type { Conversation } from '../../../shared/contract/listening/conversations.ts'
import type { Service } from '../../../shared/contract/services.ts'
import { maskCompanyNumbers } from '../../../shared/domain/listening/masking/mask-by-rules.ts'
import { isTooLargeConversation, readFile } from '../../adapters/reading/read-file.ts'
import { attachConversation, conversationToTell, takeConversation } from '../../storage/listening/conversations.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'

export function conversationsService({ engine }: Pick<HouseParts, 'engine'>): Service<'conversations'> {
  return {
    ofCall: ({ callId }) =>
      engine.read(function* () {
        return accept(yield* conversationToTell(callId))
      }),

    attach: async ({ callId, fileName, base64 }) => {
      if (isTooLargeConversation(base64)) return refuse('file_too_large')
      const reading = (await readFile('transcript', base64, fileName)) ?? {
        ok: false as const,
        code: 'not_a_vcon' as const,
      }
      if (!reading.ok) return refuse(reading.code)
      const { title, pace, lines } = reading
      // The file was read, and masked, in a thread that knows no rules of the company.
      const masked = lines.map((line) => ({ ...line, text: maskCompanyNumbers(line.text) }))
      const conversation: Conversation = { callId, title: maskCompanyNumbers(title), pace, lines: masked }
      const outcome = await engine.transact(() => attachConversation(conversation))
      return outcome === 'saved' ? accept(conversation) : refuse('call_not_found')
    },

    detach: ({ callId }) =>
      engine.transact(function* () {
        yield* takeConversation(callId)
        return accept({})
      }),
  }
}
