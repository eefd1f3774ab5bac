import { FILE_LIMIT_BYTES } from '../../../../shared/contract/limits.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { client } from '../../../lib/client.ts'
import { bytesOf } from '../../../lib/file-bytes.ts'
import { done } from '../../../ui/ask.ts'

/** Lays a file beside the call. A file's size is asked before a byte of it is read; a conversation as text is never so large. */
export async function attachFile(callId: Id, file: File) {
  if (file.size > FILE_LIMIT_BYTES) return { ok: false, code: 'file_too_large', detail: {} } as const
  const base64 = await bytesOf(file)
  if (base64 === null) return { ok: false, code: 'not_readable', detail: {} } as const
  return client.conversations.attach({ callId, fileName: file.name.slice(0, 260), base64 })
}

export const detachConversation = (callId: Id) => done(client.conversations.detach({ callId }))
