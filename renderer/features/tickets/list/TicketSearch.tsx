import { Search, X } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import { isComposing } from '../../../lib/composition.ts'
import { isKeepable } from '../../../lib/text-fault.ts'
import { useChord } from '../../../lib/use-keys.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { KeyCap } from '../../../ui/KeyCap.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { forgetWords, searchWords, typeWords, useTicketDesk } from '../ticket-desk.ts'
import { searchTyping } from './search-typing.ts'
import styles from './TicketSearch.module.css'

export interface TicketSearchProps {
  fieldRef: RefObject<HTMLInputElement | null>
  /** Enter, ↓ and Esc go back to the list. */
  onLeave: () => void
}

/** One Chinese character is enough. Asks when the hands rest, never for the letters of an input method. */
export function TicketSearch({ fieldRef, onLeave }: TicketSearchProps) {
  const { t } = useTranslation('tickets')
  const typed = useTicketDesk((desk) => desk.typed)
  const chord = useChord('search')
  const [typing] = useState(() => searchTyping((text) => isKeepable(text, LONGEST.search) && searchWords(text)))
  useEffect(() => typing.stop, [typing])

  const clear = () => {
    typing.stop()
    forgetWords()
  }
  const pressed = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return
    if (event.key === 'Escape' && typed !== '') clear()
    else if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'Escape') {
      typing.flush()
      onLeave()
    } else return
    event.preventDefault()
  }
  return (
    <search className={styles.search}>
      <TextField
        ref={fieldRef}
        type="text"
        aria-label={t('page.search')}
        placeholder={t('page.searchHint')}
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
              label={t('page.clearSearch')}
              onClick={() => {
                clear()
                fieldRef.current?.focus()
              }}
            />
          )
        }
        value={typed}
        onChange={(event) => {
          typeWords(event.currentTarget.value)
          typing.typed(event.currentTarget.value, (event.nativeEvent as Partial<InputEvent>).isComposing === true)
        }}
        onCompositionEnd={(event) => typing.typed(event.currentTarget.value, false)}
        onBlur={typing.flush}
        onKeyDown={pressed}
      />
    </search>
  )
}
