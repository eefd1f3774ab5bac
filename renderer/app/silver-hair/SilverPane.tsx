import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { SilverLens } from '../../features/silver-hair/lens/SilverLens.tsx'
import { SilverOffer } from '../../features/silver-hair/lens/SilverOffer.tsx'
import { type CallOfSession, markCall, toggleMark } from '../../features/silver-hair/silver-hair.actions.ts'
import { lensesOfSession } from '../../features/silver-hair/silver-hair.queries.ts'
import { useSilverHeard } from '../../features/silver-hair/silver-store.ts'
import { useDictionary } from '../../features/silver-hair/use-dictionary.ts'
import { useKeys } from '../../lib/use-keys.tsx'
import { hearSilverHair } from './hear-silver-hair.ts'

export interface SilverPaneProps {
  call: CallOfSession
  onLeave: () => void
}

/** Silver hair at the call: the way to mark it, what proposes it, and the lens of one that is marked. Give it a `key` of the call. */
export function SilverPane({ call, onLeave }: SilverPaneProps) {
  const lenses = useQuery(lensesOfSession(call.sessionId)).data
  const lens = lenses?.find(({ callId }) => callId === call.id)
  const isMarked = lens?.mark === 'marked'
  const sign = useSilverHeard(({ signs }) => signs[call.id]) ?? null
  const heard = useSilverHeard(({ jargon }) => jargon[call.id])
  useDictionary()
  const pane = useRef<HTMLElement>(null)
  const proposed = lens === undefined ? sign : null
  const { id, sessionId } = call
  useEffect(() => hearSilverHair({ id, sessionId }), [id, sessionId])
  const mark = () => toggleMark(call, proposed !== null)
  const dismiss = () => void markCall(call, 'dismissed', 'proposed')
  useKeys(
    'listen',
    {
      'silver.mark': mark,
      'silver.dismiss': () => (proposed === null ? false : dismiss()),
      'silver.lens': () => (isMarked ? pane.current?.focus() : false),
    },
    lenses !== undefined,
  )
  if (lenses === undefined) return null
  if (lens === undefined || !isMarked)
    return <SilverOffer sign={proposed} isUndecided={lens === undefined} onMark={mark} onDismiss={dismiss} />
  return <SilverLens sessionId={sessionId} lens={lens} jargon={heard ?? lens.jargon} paneRef={pane} onLeave={onLeave} />
}
