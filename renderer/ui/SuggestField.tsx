import { Autocomplete, type AutocompleteProps } from '@mantine/core'

export interface SuggestFieldProps extends Omit<AutocompleteProps, 'data'> {
  suggestions: readonly string[]
}

/** Free text with suggestions: a department may be new. */
export function SuggestField({ suggestions, ...rest }: SuggestFieldProps) {
  return (
    <Autocomplete
      size="sm"
      autoComplete="off"
      spellCheck={false}
      comboboxProps={{ shadow: 'md', offset: 4 }}
      {...rest}
      data={[...new Set(suggestions)]}
    />
  )
}
