import { Select as MantineSelect, type SelectProps as MantineSelectProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SelectOption } from './Select.tsx'

export interface SearchSelectProps<Value extends string>
  extends Omit<MantineSelectProps<Value>, 'data' | 'onChange' | 'searchable' | 'value'> {
  options: readonly SelectOption<Value>[]
  value: Value | null
  /** null when the person clears it, which takes `clearable`. */
  onChange: (value: Value | null) => void
}

/** One of many, found by typing. Safe with input methods: Enter that picks a candidate does not pick an option. */
export function SearchSelect<Value extends string>({ options, value, onChange, ...rest }: SearchSelectProps<Value>) {
  const { t } = useTranslation('common')
  return (
    <MantineSelect<Value>
      size="sm"
      allowDeselect={false}
      searchable
      limit={200}
      nothingFoundMessage={t('select.nothingFound')}
      comboboxProps={{ shadow: 'md', offset: 4 }}
      {...rest}
      data={[...options]}
      value={value}
      onChange={(next) => onChange(next)}
    />
  )
}
