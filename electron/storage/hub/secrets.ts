import { createHash, randomBytes, randomInt } from 'node:crypto'

/** Without letters that are taken for figures or for each other when they are read out (Crockford's). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_GROUPS = 3
const GROUP_LENGTH = 4

/** What a person types once: `7KQF-M2XR-9TBD`, 60 bits, for one hour. */
export const newJoinCode = (): string =>
  Array.from({ length: CODE_GROUPS }, () =>
    Array.from({ length: GROUP_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  ).join('-')

/** What a desk shows with every connection; 256 bits. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** Of a code as somebody typed it: small letters, wide ones of an input method, blanks, an O for a nought. */
export function hashOfCode(typed: string): string {
  const code = typed.normalize('NFKC').toUpperCase()
  const plain = code.replaceAll(/[^0-9A-Z]/g, '')
  return hashOf(plain.replaceAll('O', '0').replaceAll(/[IL]/g, '1'))
}

export const hashOfToken = (token: string): string => hashOf(token)

/** Nothing slower is needed: what is drawn by chance is not guessed from its hash. */
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')
