import { join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from '../adapters/secrets/secret-file.ts'
import { readIfFile } from '../read-if-file.ts'
import { hashOfToken } from '../storage/hub/secrets.ts'
import { MOST_FORMER_TOKENS } from './wire.ts'

const Hashes = z.array(z.string().length(64))

/**
 * Remembers, in the folder where this desk works for its hub, under which token it asks, and answers under which it asked before: their hashes, with
 * which the hub hands over what those desks had begun. They open nothing; so they outlive a token that was taken back, left behind or lost. `isLeftToAnother`: those
 * before this one are another computer's, which goes on with them.
 */
export function formerTokens(memberFolder: string, token: string | null, isLeftToAnother = false): string[] {
  const path = join(memberFolder, 'former-tokens.json')
  const known = isLeftToAnother ? [] : (Hashes.safeParse(jsonOf(readIfFile(path))).data ?? [])
  if (token === null) return known
  const now = hashOfToken(token)
  const former = known.filter((hash) => hash !== now).slice(-MOST_FORMER_TOKENS)
  if (known.at(-1) !== now) writeWhole(path, JSON.stringify([...former, now]))
  return former
}

function jsonOf(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return null
  }
}
