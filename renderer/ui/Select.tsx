import { Select as MantineSelect, type SelectProps as MantineSelectProps } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { unremembered } from './unremembered.ts'

export interface SelectOption<Value extends string = string> {
  value: Value
  label: string
  disabled?: boolean
}

export interface SelectProps<Value extends string>
  extends Omit<MantineSelectProps<Value>, 'data' | 'onChange' | 'searchable' | 'value'> {
  options: readonly SelectOption<Value>[]
  value: Value | null
  onChange: (value: Value) => void
}

/**
 * One of a few. Always has a choice once made: use SearchSelect with `clearable` where «none» is an answer. A sign typed takes the next option that
 * begins with it, as the system's own lists do: «1» takes «1 优惠券», open or not.
 */
export function Select<Value extends string>({ options, value, onChange, ...rest }: SelectProps<Value>) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <MantineSelect<Value>
      size="sm"
      allowDeselect={false}
      comboboxProps={{ shadow: 'md', offset: 4 }}
      dropdownOpened={isOpen}
      onDropdownOpen={() => setIsOpen(true)}
      onDropdownClose={() => setIsOpen(false)}
      {...rest}
      onKeyDown={(event) => {
        rest.onKeyDown?.(event)
        const next = isSign(event) ? beginningWith(event.key, options, value) : undefined
        if (next === undefined || event.defaultPrevented) return
        event.preventDefault()
        setIsOpen(false)
        onChange(next.value)
      }}
      data={[...options]}
      value={value}
      onChange={(next) => {
        if (next !== null) onChange(next)
      }}
      {...unremembered}
    />
  )
}

/** Space opens the list. */
const isSign = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  [...key].length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey

/** The one after the chosen one, and on from the first: pressing again walks through all that begin so. */
function beginningWith<Value extends string>(
  sign: string,
  options: readonly SelectOption<Value>[],
  value: Value | null,
): SelectOption<Value> | undefined {
  const after = options.findIndex((option) => option.value === value) + 1
  const inTurn = [...options.slice(after), ...options.slice(0, after)]
  return inTurn.find(
    ({ label, disabled }) => disabled !== true && label.toLocaleLowerCase().startsWith(sign.toLocaleLowerCase()),
  )
}
