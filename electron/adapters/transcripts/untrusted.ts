import { decodeText } from '../reading/decode.ts'

/** The object's own value of this name, whatever it is. Never what `__proto__` or a prototype offers. */
export function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined
}

/** The first of these names that holds a text that is not empty. */
export function textField(value: unknown, ...names: string[]): string | null {
  for (const name of names) {
    const found = field(value, name)
    if (typeof found === 'string' && found.trim() !== '') return found
  }
  return null
}

export const listField = (value: unknown, name: string): readonly unknown[] => {
  const found = field(value, name)
  return Array.isArray(found) ? found : []
}

/** Undefined for text that is no JSON. `JSON.parse` does not recurse, so depth cannot break it. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Of either alphabet, also broken into lines. Null for text outside both, or bytes that are no text. */
export function textOfBase64(encoded: string): string | null {
  const compact = encoded.replace(/\s+/gu, '')
  if (!/^[\w+/-]*={0,2}$/u.test(compact)) return null
  const decoded = decodeText(Buffer.from(compact, 'base64url'))
  return decoded === null ? null : decoded.text
}

/** Controls other than tab and line feed, C1 too; marks of direction; signs of no width. */
const INAUDIBLE = /[^\P{Cc}\t\n]|[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu
/** They join letters and pictures; anywhere else they part a number from its mask. */
const LOOSE_JOINER =
  /(?<!\p{L}|\p{M}|\p{Extended_Pictographic}|\ufe0f)[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{Extended_Pictographic}])/gu

/** Without what nobody said, and what turns, hides or parts the words on screen. Half characters become «�», line ends LF. */
export const audible = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(INAUDIBLE, '')
    .replace(LOOSE_JOINER, '')
