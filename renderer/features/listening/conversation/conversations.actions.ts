import { CONVERSATION_LIMIT_BYTES } from '../../../../shared/contract/limits.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { client } from '../../../lib/client.ts'
import { bytesOf } from '../../../lib/file-bytes.ts'
import { ask, done } from '../../../ui/ask.ts'

/** The bytes of a file, or why there are none. Its size is asked before a byte of it is read; a conversation as text is never so large. */
async function readFile(file: File) {
  const none = (code: 'file_too_large' | 'not_readable' | 'empty') => ({ ok: false, code, detail: {} }) as const
  if (file.size > CONVERSATION_LIMIT_BYTES) return none('file_too_large')
  const base64 = await bytesOf(file)
  if (base64 === null) return none('not_readable')
  return base64 === '' ? none('empty') : ({ ok: true, base64 } as const)
}

const attach = (callId: Id, file: File, base64: string) =>
  ask(client.conversations.attach({ callId, fileName: file.name.slice(0, 260), base64 }))

/** Lays a file beside the call. Null: no answer, and that was shown. */
export async function attachFile(callId: Id, file: File) {
  const read = await readFile(file)
  return read.ok ? attach(callId, file, read.base64) : read
}

type Refused = Extract<Awaited<ReturnType<typeof attachFile>>, { ok: false }>['code']

export type Fate =
  | { readonly as: 'taken' | 'one_is_enough' | 'unanswered' | Refused }
  /** `name`: the file before it with the same bytes. */
  | { readonly as: 'doubled'; readonly name: string }

/** A call takes one conversation: the first that can be read. Answers what became of each file, also of those that were not needed any more. */
export async function attachFirst(callId: Id, files: readonly File[]): Promise<readonly Fate[]> {
  const known = new Map<string, { readonly name: string; readonly fate: Fate }>()
  const fates: Fate[] = []
  const next = async (file: File): Promise<Fate> => {
    const read = await readFile(file)
    if (!read.ok) return { as: read.code }
    const same = known.get(read.base64)
    // The twin of one that was refused is no better than that: it is told the same.
    if (same !== undefined)
      return same.fate.as === 'taken' || same.fate.as === 'one_is_enough'
        ? { as: 'doubled', name: same.name }
        : same.fate
    const fate = await fateOf(file, read.base64)
    known.set(read.base64, { name: file.name, fate })
    return fate
  }
  const fateOf = async (file: File, base64: string): Promise<Fate> => {
    if (fates.some((fate) => fate.as === 'taken'))
      return { as: (await isBroken(file)) ? 'not_a_vcon' : 'one_is_enough' }
    const answer = await attach(callId, file, base64)
    if (answer === null) return { as: 'unanswered' }
    return { as: answer.ok ? 'taken' : answer.code }
  }
  for (const file of files) fates.push(await next(file))
  return fates
}

/** What a text may begin with before its first sign: marks of its encoding, the empty halves of wide signs, blanks. */
const BEFORE_THE_FIRST = [0xef, 0xbb, 0xbf, 0xfe, 0xff, 0x00, 0x09, 0x0a, 0x0d, 0x20]
const BRACES = ['{', '[']
/** A sealed one begins so: only the console can tell. */
const SEALED = 'e'

/** Whether it cannot be a conversation whatever it says: a picture, subtitles, or JSON that breaks off. Only the console knows the rest. */
async function isBroken(file: File): Promise<boolean> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const first = String.fromCharCode(bytes.find((byte) => !BEFORE_THE_FIRST.includes(byte)) ?? 0)
  if (!BRACES.includes(first)) return first !== SEALED
  // Wide signs are read by the console alone.
  if (bytes.includes(0)) return false
  try {
    JSON.parse((await file.text()).trim())
    return false
  } catch {
    return true
  }
}

export const detachConversation = (callId: Id) => done(client.conversations.detach({ callId }))
