import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../shared/contract/limits.ts'
import { isComposing } from '../lib/composition.ts'
import { beginsWords } from './begins-words.ts'
import { type TypedOption, useOptionsFor } from './options-for.ts'
import styles from './PickList.module.css'
import { TextField } from './TextField.tsx'
import { walkList } from './walk-list.ts'

export interface PickOption<Value extends string | null> extends TypedOption {
  value: Value
  /** What is to be known of it beside its name. */
  facts?: ReactNode
}

export interface PickListProps<Value extends string | null> {
  /** Spoken name of the field, and the words in it while it is empty. */
  label: string
  options: readonly PickOption<Value>[]
  value: Value
  onPick: (value: Value) => void
}

/**
 * One of a list that stands open: found by typing what it is called or how that sounds, Enter takes what is meant most; or walked to with the arrows.
 * What is typed while a row has the focus is typed in the field.
 */
export function PickList<Value extends string | null>({ label, options, value, onPick }: PickListProps<Value>) {
  const { t } = useTranslation('common')
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const { found, isKnown } = useOptionsFor(options, typed)
  const isTyped = typed.trim() !== ''
  const pressed = (event: KeyboardEvent<HTMLElement>) => {
    const isInField = event.target === field.current
    // The letter itself comes to where the focus is by then.
    if (!isInField && beginsWords(event)) field.current?.focus()
    if (isComposing(event)) return
    // Until it is known how they are called, another one may be meant more.
    if (isInField && event.key === 'Enter' && isKnown) {
      const meant = isTyped ? found[0]?.value : value
      if (meant !== undefined) onPick(meant)
    }
    walkList(event)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the field and of the rows
    <div className={styles.pick} onKeyDown={pressed}>
      <TextField
        ref={field}
        aria-label={label}
        placeholder={label}
        longest={LONGEST.search}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <ul className={styles.list}>
        {found.map((option) => (
          <li key={option.value}>
            <button
              type="button"
              className={styles.option}
              aria-current={option.value === value || undefined}
              data-autofocus={option.value === value || undefined}
              onClick={() => onPick(option.value)}
            >
              <span className={styles.name}>{option.label}</span>
              {option.facts === undefined ? null : <span className={styles.facts}>{option.facts}</span>}
            </button>
          </li>
        ))}
      </ul>
      {found.length > 0 ? null : (
        <p className={styles.none} role="status">
          {t(isKnown ? 'select.nothingFound' : 'select.looking')}
        </p>
      )}
    </div>
  )
}
