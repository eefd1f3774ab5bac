import { LIST_LIMIT_BYTES } from '../../shared/contract/limits.ts'
import { base64Of } from './base64.ts'
import { bytesOf } from './file-bytes.ts'

/** A list that was pasted or read, as the door wants it. */
export interface ListSource {
  base64: string
  /** Of the file; null for pasted text. */
  fileName: string | null
}

/** Pasted text; null when there is nothing in it. */
export function listFromText(text: string): ListSource | 'too_large' | null {
  if (text.trim() === '') return null
  const bytes = new TextEncoder().encode(text)
  return bytes.length > LIST_LIMIT_BYTES ? 'too_large' : { base64: base64Of(bytes), fileName: null }
}

/** A file's size is asked before a byte of it is read. */
export async function listFromFile(file: File): Promise<ListSource | 'too_large' | 'not_readable'> {
  if (file.size > LIST_LIMIT_BYTES) return 'too_large'
  const base64 = await bytesOf(file)
  return base64 === null ? 'not_readable' : { base64, fileName: file.name }
}
