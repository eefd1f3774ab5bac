import { type ReactNode, useState } from 'react'
import type { LifeCase, SealedWords } from '../../../../shared/contract/life-channel/life-channel.ts'
import { instantNow } from '../../../lib/now.ts'
import { FollowUp } from './FollowUp.tsx'
import { Sealed } from './Sealed.tsx'

interface CaseWordsProps {
  one: LifeCase
  mayRead: boolean
  /** Above what is sealed, which may be long once it is open. */
  children: ReactNode
}

/** What is written of a case and what is sealed of it: a follow-up stands among the words that are open, as they were read before it. */
export function CaseWords({ one, mayRead, children }: CaseWordsProps) {
  const [words, setWords] = useState<SealedWords | null>(null)
  const added = (text: string) =>
    setWords((read) => read && { ...read, followUps: [...read.followUps, { at: instantNow(), text }] })
  return (
    <>
      <FollowUp caseId={one.id} onStored={added} />
      {children}
      <Sealed one={one} mayRead={mayRead} words={words} onRead={setWords} />
    </>
  )
}
