import { Autocomplete, type AutocompleteProps } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isComposing } from '../lib/composition.ts'
import { textFault } from '../lib/text-fault.ts'
import { FIRST_SHOWN, useShownCount } from './shown-options.ts'
import { spelledWords, useSpelled } from './spelled.ts'
import { unremembered } from './unremembered.ts'
import { useOpenList } from './use-open-list.ts'

export interface SuggestFieldProps extends Omit<AutocompleteProps, 'data' | 'dropdownOpened' | 'maxLength'> {
  /** From `LONGEST`. What goes beyond stays in the field, which says how much is too much. */
  longest?: number
  value: string
  suggestions: readonly string[]
  /** Who is meant is mostly one of the suggestions: small letters that spell one stand for them, and a name that is none of them is said to be so. */
  isSpelled?: boolean
}

type Order = NonNullable<AutocompleteProps['inputWrapperOrder']>
const USUAL: Order = ['label', 'description', 'input', 'error']
const ASKED_ABOVE: Order = ['label', 'error', 'input', 'description']

/** Free text with suggestions: a department may be new. Of thousands only the first are in the page; the rest come as one walks on. */
export function SuggestField({ suggestions, value, longest, error, isSpelled = false, ...rest }: SuggestFieldProps) {
  const { found, readings, spelled, isKnown } = useSpelled(suggestions, value)
  // What sounds like it comes a moment later: then that one is under the keys.
  const { t } = useTranslation('common')
  const [settled, setSettled] = useState(readings)
  // Of several nobody is under the keys: Enter would take whoever stands first.
  const spells = isSpelled && spelled.length === 1 ? spelled[0] : undefined
  const [isLeft, setIsLeft] = useState(false)
  const [isBeingComposed, setBeingComposed] = useState(false)
  // Half a word of an input method is no name yet.
  const isOfNobody =
    isSpelled && isKnown && !isBeingComposed && found.length === 0 && suggestions.length > 0 && value.trim() !== ''
  useEffect(() => setSettled(readings), [readings])
  const { count, showMore, showFirst } = useShownCount(found.length)
  const { isOpen, isReady, ...onDropdown } = useOpenList({ onDropdownOpen: showFirst })
  const shown = found.slice(0, count).map(({ label }) => label)
  return (
    <Autocomplete
      size="sm"
      comboboxProps={{ shadow: 'md', offset: 4 }}
      {...rest}
      // What is asked is read while the list lies below the field.
      inputWrapperOrder={isSpelled ? ASKED_ABOVE : USUAL}
      {...(isOfNobody && !error ? { description: t('select.ofNobody', { typed: value.trim() }) } : {})}
      error={textFault(value, longest) ?? error ?? (isLeft && isSpelled ? spelledWords(t, value, spelled) : undefined)}
      value={value}
      data={shown}
      // Already done, and for all of them.
      filter={() => shown.map((suggestion) => ({ value: suggestion, label: suggestion }))}
      scrollAreaProps={{ onBottomReached: () => showMore(FIRST_SHOWN) }}
      onFocus={(event) => {
        setIsLeft(false)
        rest.onFocus?.(event)
      }}
      onBlur={(event) => {
        setIsLeft(true)
        rest.onBlur?.(event)
      }}
      onCompositionStart={() => setBeingComposed(true)}
      onCompositionEnd={() => setBeingComposed(false)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown' && !isComposing(event)) showMore(1)
        rest.onKeyDown?.(event)
      }}
      // An open list without a line in it is not seen, and would still take the first Esc for itself.
      dropdownOpened={isOpen && shown.length > 0}
      {...onDropdown}
      // Not before the list is there: with words that come at once nothing would be under the keys.
      selectFirstOptionOnChange={
        (rest.selectFirstOptionOnChange === true || spells !== undefined) &&
        isReady &&
        value.trim() !== '' &&
        settled === readings
      }
      {...unremembered}
    />
  )
}
