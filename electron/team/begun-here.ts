import { join } from 'node:path'
import { z } from 'zod'
import type { Id } from '../../shared/contract/values.ts'
import { writeWhole } from '../adapters/secrets/secret-file.ts'
import { readIfFile } from '../read-if-file.ts'
import { Begun, MOST_BEGUN, MOST_FORMER_TOKENS } from './wire.ts'

const AllBegun = z.array(Begun)

/**
 * Remembers, in the folder where this desk works for its hub, what it had begun under a token that it left to another computer (a data folder was copied):
 * these sessions, part of which may be up, stay its own. `left`: now, and of which something may still go up from here.
 */
export function begunHere(
  memberFolder: string,
  left?: { readonly token: string; readonly sessions: readonly Id[] },
): Begun[] {
  const path = join(memberFolder, 'begun-here.json')
  const known = AllBegun.safeParse(jsonOf(readIfFile(path))).data ?? []
  if (left === undefined || left.sessions.length === 0) return known
  const all = [...known, { token: left.token, sessions: left.sessions.slice(-MOST_BEGUN) }].slice(-MOST_FORMER_TOKENS)
  writeWhole(path, JSON.stringify(all))
  return all
}

function jsonOf(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return null
  }
}
