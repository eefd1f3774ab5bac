import { Select as MantineSelect, type SelectProps as MantineSelectProps } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { optionsFor } from './options-for.ts'
import type { SelectOption } from './Select.tsx'
import { unremembered } from './unremembered.ts'

export interface SearchSelectProps<Value extends string>
  extends Omit<MantineSelectProps<Value>, 'data' | 'onChange' | 'searchable' | 'value'> {
  options: readonly SelectOption<Value>[]
  value: Value | null
  /** null when the person clears it, which takes `clearable`. */
  onChange: (value: Value | null) => void
}

/**
 * One of many, found by typing: Enter takes what the words mean most. Safe with input methods: Enter that picks a candidate does
 * not pick an option. An emptied field takes nobody.
 */
export function SearchSelect<Value extends string>({ options, value, onChange, ...rest }: SearchSelectProps<Value>) {
  const { t } = useTranslation('common')
  const [typed, setTyped] = useState('')
  const isChosen = options.some((option) => option.value === value && option.label === typed)
  return (
    <MantineSelect<Value>
      size="sm"
      allowDeselect={false}
      searchable
      limit={MOST_SHOWN}
      nothingFoundMessage={t('select.nothingFound')}
      comboboxProps={{ shadow: 'md', offset: 4 }}
      selectFirstOptionOnChange={typed.trim() !== '' && !isChosen}
      onSearchChange={setTyped}
      filter={({ options: all, search, limit }) =>
        optionsFor(
          all.filter((option) => 'label' in option),
          search,
        ).slice(0, limit)
      }
      {...rest}
      data={[...options]}
      value={value}
      onChange={(next) => onChange(next)}
      {...unremembered}
    />
  )
}

const MOST_SHOWN = 200
