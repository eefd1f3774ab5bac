import type { Conversation } from '../../../shared/contract/listening/conversations.ts'
import type { Service } from '../../../shared/contract/services.ts'
import { maskCompanyNumbers } from '../../../shared/domain/listening/masking/mask-by-rules.ts'
import { isTooLargeConversation, readFile } from '../../adapters/reading/read-file.ts'
import { findCall } from '../../storage/listening/calls.ts'
import { attachConversation, conversationToTell, takeConversation } from '../../storage/listening/conversations.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { type KnownNames, nobodyKnown } from './known-names.ts'
import { makeToldLines, type ToldLines } from './told-lines.ts'

/** `toldLines`: of a desk, which forgets them as its calls end. */
export function conversationsService(
  { engine }: Pick<HouseParts, 'engine'>,
  toldLines: ToldLines = makeToldLines({ engine }),
  knownNames: KnownNames = nobodyKnown,
): Service<'conversations'> {
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
      const { title, pace, lines, told, names } = reading
      // The file was read, and masked, in a thread that knows no rules of the company.
      const masked = lines.map((line) => ({ ...line, text: maskCompanyNumbers(line.text) }))
      const conversation: Conversation = { callId, title: maskCompanyNumbers(title), pace, lines: masked }
      const isOn = await engine.transact(function* () {
        if ((yield* attachConversation(conversation)) !== 'saved') return null
        return (yield* findCall(callId))?.endedAt === null
      })
      if (isOn === null) return refuse('call_not_found')
      toldLines.keep(callId, isOn ? told : [])
      if (isOn) knownNames.learn(callId, names)
      return accept(conversation)
    },

    detach: async ({ callId }) => {
      await engine.transact(() => takeConversation(callId))
      toldLines.keep(callId, [])
      return accept({})
    },

    toPassOn: ({ callId, lineCount, takenOut }) => accept(toldLines.upTo(callId, lineCount, takenOut)),
  }
}
