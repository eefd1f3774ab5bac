import { Autocomplete, type AutocompleteProps } from '@mantine/core'
import { useState } from 'react'
import { textFault } from '../lib/text-fault.ts'
import { unremembered } from './unremembered.ts'

export interface SuggestFieldProps extends Omit<AutocompleteProps, 'data' | 'dropdownOpened' | 'maxLength'> {
  /** From `LONGEST`. What goes beyond stays in the field, which says how much is too much. */
  longest?: number
  value: string
  suggestions: readonly string[]
}

/** Free text with suggestions: a department may be new. */
export function SuggestField({ suggestions, value, longest, error, ...rest }: SuggestFieldProps) {
  const [isOpen, setIsOpen] = useState(false)
  const typed = value.trim().toLowerCase()
  // An open list without a line in it is not seen, and would still take the first Esc for itself.
  const hasAny = suggestions.some((suggestion) => suggestion.toLowerCase().includes(typed))
  return (
    <Autocomplete
      size="sm"
      comboboxProps={{ shadow: 'md', offset: 4 }}
      {...rest}
      error={textFault(value, longest) ?? error}
      value={value}
      data={[...new Set(suggestions)]}
      dropdownOpened={isOpen && hasAny}
      onDropdownOpen={() => setIsOpen(true)}
      onDropdownClose={() => setIsOpen(false)}
      {...unremembered}
    />
  )
}
