import { chineseEncodingOf } from './chinese-encoding.ts'

export type TextEncoding = 'utf-8' | 'gb18030' | 'big5' | 'utf-16'

export interface DecodedText {
  text: string
  encoding: TextEncoding
  /** The last character is only half there: the file was cut while it was written or sent. */
  isCut: boolean
}

/**
 * The text of a file saved by Excel, WPS or an editor: what its mark says; without one UTF-16 when every other byte is zero,
 * UTF-8, and last what Chinese Windows calls ANSI, GB18030 or Big5. Null when the bytes are none of these.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const marked = encodingOfMark(bytes) ?? wideWithoutMark(bytes)
  if (marked !== null) return readAs(bytes, marked, 'utf-16')
  return readAs(bytes, 'utf-8', 'utf-8') ?? mostlyUtf8(bytes) ?? readChinese(bytes)
}

/** One character in twenty at least is a sign, a digit or a line end. */
const LEAST_WIDE_SHARE = 40

function readChinese(bytes: Uint8Array): DecodedText | null {
  const encoding = chineseEncodingOf(bytes)
  return readAs(bytes, encoding, encoding)
}

function encodingOfMark([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

/** Commas, tabs, digits and line ends have a zero byte in UTF-16, on the same side; of the Chinese ones hardly any, and on the other. */
function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0]
  for (const [index, byte] of bytes.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  // A few are no alphabet: something else has put them there.
  if ((even + odd) * LEAST_WIDE_SHARE < bytes.length) return null
  if (even === odd || Math.min(even, odd) > Math.max(even, odd) / 5) return null
  if (isChineseUtf8(bytes)) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/** Wide text is hardly ever UTF-8 to its end and Chinese there: a zero byte got into a short list. */
function isChineseUtf8(bytes: Uint8Array): boolean {
  try {
    return /\p{Script=Han}/u.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true }))
  } catch {
    return false
  }
}

/** `stream` keeps half a character at the end for later instead of refusing all of it. */
function readAs(bytes: Uint8Array, label: string, encoding: TextEncoding): DecodedText | null {
  try {
    const decoder = new TextDecoder(label, { fatal: true })
    const text = decoder.decode(bytes, { stream: true })
    // A zero byte is no text in any of them: a picture was dropped instead.
    return text.includes('\0') ? null : { text, encoding, isCut: !isWhole(decoder) }
  } catch {
    return null
  }
}

function isWhole(decoder: InstanceType<typeof TextDecoder>): boolean {
  try {
    decoder.decode()
    return true
  } catch {
    return false
  }
}

/** A few bad bytes do not make a UTF-8 file another one: they come out as «�», and the rows that hold one are refused. */
function mostlyUtf8(bytes: Uint8Array): DecodedText | null {
  const text = new TextDecoder('utf-8').decode(bytes)
  const bad = text.split('\ufffd').length - 1
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of plain ASCII is what is left out
  const good = text.replace(/[\u0000-\u007f\ufffd]/gu, '').length
  // Rows of another encoding pasted below: pairs of high bytes hardly ever make three Chinese characters of UTF-8.
  const chinese = text.replace(/[^\u4e00-\u9fff]/g, '').length
  const isMostly = good >= bad * 10 || (chinese >= 3 && chinese >= bad)
  return !isMostly || text.includes('\0') ? null : { text, encoding: 'utf-8', isCut: false }
}
