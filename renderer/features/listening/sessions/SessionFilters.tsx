import { Search } from 'lucide-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import { isComposing } from '../../../lib/composition.ts'
import { useChord } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { KeyCap } from '../../../ui/KeyCap.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import styles from './SessionTable.module.css'
import type { SessionsAddress } from './use-sessions-address.ts'

export interface SessionFiltersProps {
  address: SessionsAddress
  typed: string
  fieldRef: RefObject<HTMLInputElement | null>
  /** `isComposed`: letters of an input method, nobody's name yet. */
  onType: (typed: string, isComposed: boolean) => void
  onClear: () => void
  onLeave: () => void
}

/** Who listened, and when. */
export function SessionFilters({ address, typed, fieldRef, onType, onClear, onLeave }: SessionFiltersProps) {
  const { t } = useTranslation('sessions')
  const chord = useChord('search')
  const isNarrowed = typed !== '' || address.from !== null || address.to !== null
  return (
    <search className={styles.filters}>
      <TextField
        ref={fieldRef}
        aria-label={t('filter.listener')}
        placeholder={t('filter.listenerHint')}
        leftSection={<Search size="0.9375rem" aria-hidden="true" />}
        rightSection={typed === '' ? <KeyCap chord={chord} /> : null}
        rightSectionWidth={56}
        longest={LONGEST.search}
        className={styles.who}
        value={typed}
        onChange={(event) =>
          onType(event.currentTarget.value, (event.nativeEvent as Partial<InputEvent>).isComposing === true)
        }
        onCompositionEnd={(event) => onType(event.currentTarget.value, false)}
        onKeyDown={(event) => {
          if (isComposing(event)) return
          if (event.key === 'Escape' && typed !== '') onType('', false)
          else if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'Escape') onLeave()
          else return
          event.preventDefault()
        }}
      />
      <span className={styles.dates}>
        <DateField
          isNamedInside
          label={t('filter.from')}
          value={address.from}
          onChange={(from) => address.narrow({ from })}
        />
        <span aria-hidden="true">–</span>
        <DateField isNamedInside label={t('filter.to')} value={address.to} onChange={(to) => address.narrow({ to })} />
      </span>
      {isNarrowed ? (
        <Button size="small" tone="quiet" onClick={onClear}>
          {t('filter.clear')}
        </Button>
      ) : null}
    </search>
  )
}
