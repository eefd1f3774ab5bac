import { type KeyboardEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import type { Call } from '../../../../shared/contract/listening/sessions.ts'
import { isComposing } from '../../../lib/composition.ts'
import { isKeepable, textFault } from '../../../lib/text-fault.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { useSentOnce } from '../../../lib/use-sent-once.ts'
import { KeyCap } from '../../../ui/KeyCap.tsx'
import { LineField } from '../../../ui/LineField.tsx'
import { TooLong } from '../../../ui/TooLong.tsx'
import { unremembered } from '../../../ui/unremembered.ts'
import { useKeptWhenLeft } from '../../../ui/use-kept-when-left.ts'
import { setReference } from './listening.actions.ts'

/** The call system's own number, optional. Enter or leaving the field stores it; Enter and Esc go back to the note box. */
export function ReferenceField({ call, onDone }: { call: Call; onDone: () => void }) {
  const { t } = useTranslation('listen')
  const stored = call.reference ?? ''
  // Only what is being typed is the field's own: what is stored changes under it, in another window or while this screen was away.
  const [draft, setDraft] = useState<string | null>(null)
  const text = draft ?? stored
  /** What stood here when the first sign of the draft was typed, or what this field itself stored since. */
  const seen = useRef(call.reference)
  /** One store goes out when the one before is answered: what that stored is nobody else's. */
  const earlier = useRef<Promise<unknown>>(Promise.resolve())
  const field = useRef<HTMLInputElement>(null)
  const goTo = () => {
    field.current?.focus()
    field.current?.select()
  }
  useKeys('listen', { 'listen.reference': goTo })
  const isFit = isKeepable(text, LONGEST.reference)
  const once = useSentOnce(stored)
  const store = () => {
    if (draft === null || !isFit) return
    const send = () => {
      const sent = earlier.current.then(async () => {
        const answer = await setReference(call.id, draft, seen.current)
        if (answer === null) return false
        if (answer.isStored) seen.current = answer.reference
        setDraft((now) => (now === draft ? null : now))
        return true
      })
      earlier.current = sent.catch(() => {})
      return sent
    }
    once(draft.trim(), send, () => setDraft(null))
  }
  const left = useKeptWhenLeft(store, { text, fault: () => textFault(text, LONGEST.reference) })
  const pressed = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return
    // Drawn before the focus goes: leaving the field stores what stands in it.
    if (event.key === 'Escape') flushSync(() => setDraft(null))
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    // What cannot be kept stays before the eyes; Esc gives back what was kept.
    if (event.key === 'Escape' || isFit) onDone()
  }
  return (
    <LineField label={t('call.reference')} hasFigures>
      <input
        ref={field}
        value={text}
        aria-invalid={!isFit || undefined}
        placeholder={t('call.referenceHint')}
        onChange={(event) => {
          if (draft === null) seen.current = call.reference
          setDraft(event.currentTarget.value)
        }}
        {...left}
        onKeyDown={pressed}
        {...unremembered}
      />
      <KeyCap chord={useChord('listen.reference')} />
      <TooLong text={text} longest={LONGEST.reference} />
    </LineField>
  )
}
