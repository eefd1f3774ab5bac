import { useState } from 'react'
import { isComposing } from '../../lib/composition.ts'
import { textFault } from '../../lib/text-fault.ts'
import { SuggestField } from '../../ui/SuggestField.tsx'

export interface CommitFieldProps {
  label: string
  value: string
  /** Called when the focus leaves or Enter is pressed, with a text that differs and is allowed. */
  onCommit: (text: string) => void
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
  const fault = draft === null ? null : (textFault(draft, longest) ?? faultOf?.(draft.trim()) ?? null)
  const commit = () => {
    if (draft === null || fault !== null) return
    setDraft(null)
    if (draft.trim() !== value) onCommit(draft.trim())
  }
  return (
    <SuggestField
      aria-label={label}
      suggestions={suggestions}
      longest={longest}
      value={draft ?? value}
      onChange={setDraft}
      onBlur={commit}
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
