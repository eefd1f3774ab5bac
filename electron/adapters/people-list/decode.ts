export type Encoding = 'utf-8' | 'gb18030' | 'utf-16'

/**
 * The text of a list saved by Excel, WPS or an editor: UTF-16 when marked so («Unicode text»), else UTF-8 with or without
 * a mark, else GB18030 (what Chinese Windows calls ANSI). Null when the bytes are none of these.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } | null {
  const marked = encodingOfMark(bytes)
  if (marked !== null) return readAs(bytes, marked, 'utf-16')
  return readAs(bytes, 'utf-8', 'utf-8') ?? readAs(bytes, 'gb18030', 'gb18030')
}

function encodingOfMark([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

function readAs(bytes: Uint8Array, label: string, encoding: Encoding) {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes)
    // A zero byte is no text in any of them: a workbook or a picture was dropped instead of a list.
    return text.includes('\0') ? null : { text, encoding }
  } catch {
    return null
  }
}
