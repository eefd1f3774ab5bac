import { INPUT_LIMIT_BYTES } from '../../../shared/contract/limits.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { client } from '../../lib/client.ts'

/** Lays a file beside the call. `file_too_large`: over what the door takes; a conversation as text never is. */
export async function attachFile(callId: Id, file: File) {
  if (file.size > INPUT_LIMIT_BYTES * 0.9) return { ok: false, code: 'file_too_large', detail: {} } as const
  return client.conversations.attach({ callId, fileName: file.name.slice(0, 260), text: await file.text() })
}

export const detachConversation = (callId: Id) => client.conversations.detach({ callId })
