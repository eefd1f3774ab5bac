import { Search, X } from 'lucide-react'
import type { KeyboardEvent, RefObject } from 'react'
import { LONGEST } from '../../shared/contract/limits.ts'
import { isComposing } from '../lib/composition.ts'
import { IconButton } from './IconButton.tsx'
import { KeyCap } from './KeyCap.tsx'
import styles from './SearchField.module.css'
import { TextField } from './TextField.tsx'

export interface SearchFieldProps {
  fieldRef: RefObject<HTMLInputElement | null>
  /** Spoken name, the words in the empty field, the name of the cross. */
  label: string
  hint: string
  clearLabel: string
  /** The key that leads here, shown while nothing is typed. */
  chord: string
  typed: string
  /** `isComposed`: letters that an input method still holds, nobody's words yet. */
  onType: (typed: string, isComposed: boolean) => void
  onClear: () => void
  /** Enter, ↓, and Esc in the empty field. */
  onLeave: () => void
  onBlur?: () => void
}

/** Above a list: Esc empties it, and leaves it when it is empty. */
export function SearchField(props: SearchFieldProps) {
  const { fieldRef, label, hint, clearLabel, chord, typed, onType, onClear, onLeave, onBlur } = props
  const pressed = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return
    if (event.key === 'Escape' && typed !== '') onClear()
    else if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'Escape') onLeave()
    else return
    event.preventDefault()
  }
  return (
    <search className={styles.search}>
      <TextField
        ref={fieldRef}
        type="text"
        aria-label={label}
        placeholder={hint}
        longest={LONGEST.search}
        leftSection={<Search className={styles.icon} aria-hidden="true" />}
        rightSectionWidth={typed === '' ? 60 : 32}
        rightSection={
          typed === '' ? (
            <KeyCap chord={chord} />
          ) : (
            <IconButton
              size="small"
              icon={<X />}
              label={clearLabel}
              onClick={() => {
                onClear()
                fieldRef.current?.focus()
              }}
            />
          )
        }
        value={typed}
        onChange={(event) =>
          onType(event.currentTarget.value, (event.nativeEvent as Partial<InputEvent>).isComposing === true)
        }
        onCompositionEnd={(event) => onType(event.currentTarget.value, false)}
        onBlur={onBlur}
        onKeyDown={pressed}
      />
    </search>
  )
}
