import { create } from 'zustand'
import type { Lens } from '../../../shared/contract/silver-hair/lens.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { Dictionary } from '../../../shared/domain/silver-hair/jargon.ts'
import type { Sign } from '../../../shared/domain/silver-hair/signs.ts'

interface SilverHeard {
  /** By call: what said that somebody old is calling. */
  signs: Readonly<Record<Id, Sign>>
  /** By call: words of the trade so far, those that are being typed too. */
  jargon: Readonly<Record<Id, Lens['jargon']>>
  /** Null until its words are read. */
  dictionary: Dictionary | null
}

/** What the words of the calls of this window said; nothing of it is kept. */
export const useSilverHeard = create<SilverHeard>()(() => ({ signs: {}, jargon: {}, dictionary: null }))
