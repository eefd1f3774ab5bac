import { maskedByRules } from '../../../shared/domain/listening/masking/mask-by-rules.ts'
import type { LookedThrough } from './looked-through.ts'

let seen: Pick<LookedThrough, 'has'> | null = null

/** In this thread, until another is said: texts that need not be looked through again. */
export function trustLookedThrough(lookedThrough: Pick<LookedThrough, 'has'> | null): void {
  seen = lookedThrough
}

/** Masked when stored; once more on the way out, because a file on a share cannot be called back. */
export const maskedGoingOut = (text: string): string => (seen?.has(text) ? text : maskedByRules(text).text)
