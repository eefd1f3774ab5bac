/** A text as the value of a property. */
export const icsText = (text: string): string =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n')

/** The bytes of a calendar file (RFC 5545): CRLF, and folded lines. */
export const icsFile = (lines: readonly string[]): string => lines.map((line) => `${folded(line)}\r\n`).join('')

/** `20261121T090000Z`, as DTSTAMP must be. */
export const icsUtc = (instant: string): string => `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`

const LONGEST_LINE_OCTETS = 75

/** No line is longer than 75 octets, and none ends inside a character. */
function folded(line: string): string {
  let octets = 0
  let out = ''
  for (const character of line) {
    const length = octetsOf(character)
    if (octets + length > LONGEST_LINE_OCTETS) {
      out += '\r\n '
      octets = 1
    }
    out += character
    octets += length
  }
  return out
}

function octetsOf(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}
