import { useState } from 'react'
import { isComposing } from '../../../lib/composition.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { textFault } from '../../../lib/text-fault.ts'
import { useSentOnce } from '../../../lib/use-sent-once.ts'
import { SuggestField } from '../../../ui/SuggestField.tsx'
import { useKeptWhenLeft } from '../../../ui/use-kept-when-left.ts'

export interface CommitFieldProps {
  label: string
  value: string
  /** Called when the focus leaves or Enter is pressed, with a text that differs and is allowed; says whether it was taken. */
  onCommit: (text: string) => Promise<boolean>
  /** Words for a text that is not allowed; it stays in the field until it is. */
  faultOf?: (text: string) => string | null
  suggestions?: readonly string[]
  longest: number
  isFirst?: boolean
}

/** A cell of a table that is kept when it is left; Esc gives back what was there. */
export function CommitField({
  label,
  value,
  onCommit,
  faultOf,
  suggestions = [],
  longest,
  isFirst = false,
}: CommitFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const faultNow = () => (draft === null ? null : (textFault(draft, longest) ?? faultOf?.(draft.trim()) ?? null))
  const fault = faultNow()
  const once = useSentOnce(value)
  const commit = () => {
    if (draft === null || fault !== null) return
    const send = async () => {
      // The words stay until they were taken; what was typed meanwhile stays longer.
      const isTaken = await onCommit(draft.trim())
      if (isTaken) setDraft((now) => (now === draft ? null : now))
      return isTaken
    }
    once(draft.trim(), send, () => setDraft(null))
  }
  const left = useKeptWhenLeft(commit, {
    text: draft ?? '',
    fault: () => {
      const why = faultNow()
      return why === null ? null : textsOf('settings')('notKeptIn', { field: label, why })
    },
  })
  return (
    <SuggestField
      aria-label={label}
      suggestions={suggestions}
      longest={longest}
      value={draft ?? value}
      onChange={setDraft}
      {...left}
      onKeyDown={(event) => {
        if (isComposing(event)) return
        if (event.key === 'Enter') commit()
        // An open list takes the first Esc for itself.
        const isListOpen = event.currentTarget.hasAttribute('data-mantine-stop-propagation')
        if (event.key === 'Escape' && !isListOpen) setDraft(null)
      }}
      error={fault}
      autoFocus={isFirst}
    />
  )
}
