import { Select as MantineSelect, type SelectProps as MantineSelectProps } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isComposing } from '../lib/composition.ts'
import { useMember } from '../lib/team.ts'
import { type TypedOption, useOptionsFor } from './options-for.ts'
import type { SelectOption } from './Select.tsx'
import { FIRST_SHOWN, useShownCount } from './shown-options.ts'
import { unremembered } from './unremembered.ts'
import { useOpenList } from './use-open-list.ts'

export interface SearchSelectProps<Value extends string>
  extends Omit<MantineSelectProps<Value>, 'data' | 'onChange' | 'searchable' | 'value'> {
  options: readonly (SelectOption<Value> & TypedOption)[]
  value: Value | null
  /** null when the person clears it, which takes `clearable`. */
  onChange: (value: Value | null) => void
  /** These words were meant to choose, by Enter or by leaving the list, and nothing is called that. Without it the former choice stays, and a field with a label says so. */
  onNobody?: (typed: string) => void
}

/**
 * One of many, found by typing what it is called or how that sounds: Enter takes what the words mean most. Safe with input methods: Enter that picks a candidate does
 * not pick an option. An emptied field takes nobody. What is typed stands there while the list is open; then the field shows what is chosen, so that nothing else is
 * sent than what is read there. Of thousands only the first are in the page; the rest come as one walks on.
 */
export function SearchSelect<Value extends string>({
  options,
  value,
  onChange,
  onNobody,
  ...rest
}: SearchSelectProps<Value>) {
  const chosen = options.find((option) => option.value === value)
  const [typed, setTyped] = useState(chosen?.label ?? '')
  const isChosen = chosen?.label === typed
  const wanted = isChosen ? '' : typed
  const { found, readings, isKnown } = useOptionsFor(options, wanted)
  // What sounds like it may come first, a moment later: then that one is under the keys.
  const [settled, setSettled] = useState(readings)
  useEffect(() => setSettled(readings), [readings])
  const isNobody = wanted.trim() !== '' && isKnown && found.length === 0
  const { t } = useTranslation('common')
  const [unmatched, setUnmatched] = useState<string | null>(null)
  const tellNobody = onNobody ?? setUnmatched
  const shut = () => {
    if (isNobody) tellNobody(typed.trim())
    setTyped(chosen?.label ?? '')
    rest.onDropdownClose?.()
  }
  const { isReady, isOpen: _, ...onDropdown } = useOpenList({ ...rest, onDropdownClose: shut })
  // Whoever types in the field of one who is chosen means another one, not a longer name.
  const replaceable = (input: HTMLInputElement) => {
    if (isChosen && input.selectionStart === input.selectionEnd) input.select()
  }
  const field = useRef<HTMLInputElement>(null)
  const wasTaken = useRef(false)
  useEffect(() => {
    if (!wasTaken.current || !isChosen) return
    wasTaken.current = false
    if (field.current !== null && field.current === document.activeElement) replaceable(field.current)
  })
  const { count, showMore, showFirst } = useShownCount(found.length)
  const shown = found.slice(0, count)
  return (
    <MantineSelect<Value>
      size="sm"
      allowDeselect={false}
      searchable
      nothingFoundMessage={<NothingFound isEmpty={options.length === 0} isLooking={!isKnown} />}
      comboboxProps={{ shadow: 'md', offset: 4 }}
      selectFirstOptionOnChange={isReady && wanted.trim() !== '' && found.length > 0 && settled === readings}
      searchValue={typed}
      onSearchChange={(words) => {
        setTyped(words)
        // The former choice comes back into the field by itself, and what was meant is still to be read.
        if (words !== (chosen?.label ?? '')) setUnmatched(null)
        showFirst()
      }}
      // Already done, and for all of them.
      filter={() => shown}
      scrollAreaProps={{ onBottomReached: () => showMore(FIRST_SHOWN) }}
      {...rest}
      error={
        rest.error ??
        (unmatched === null || rest.label === undefined ? undefined : t('select.unmatched', { typed: unmatched }))
      }
      {...onDropdown}
      onFocus={(event) => {
        field.current = event.currentTarget
        replaceable(event.currentTarget)
        rest.onFocus?.(event)
      }}
      onClick={(event) => {
        replaceable(event.currentTarget)
        rest.onClick?.(event)
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown' && !isComposing(event)) showMore(1)
        if (event.key === 'Enter' && !isComposing(event) && wanted.trim() !== '') {
          // The form would be sent with whoever was chosen before, also while it is still looked for who is meant.
          event.preventDefault()
          if (isNobody) {
            tellNobody(typed.trim())
            // Nor is it saved with the former one by Ctrl+Enter.
            event.stopPropagation()
          }
        }
        rest.onKeyDown?.(event)
      }}
      // The chosen one gives the field its words, also where it is not among the first.
      data={chosen === undefined || shown.includes(chosen) ? shown : [...shown, chosen]}
      value={value}
      onChange={(next) => {
        wasTaken.current = next !== null
        setUnmatched(null)
        onChange(next)
      }}
      {...unremembered}
    />
  )
}

/** It is not said that nobody is called that of a list that was never read from the hub, nor before it is known how names are said. */
function NothingFound({ isEmpty, isLooking }: { isEmpty: boolean; isLooking: boolean }) {
  const { t } = useTranslation('common')
  const member = useMember()
  if (isEmpty && member?.hasCopies === false) return t('select.notReadYet', { hub: member.hub.name })
  return t(isLooking ? 'select.looking' : 'select.nothingFound')
}
