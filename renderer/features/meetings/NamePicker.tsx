import { useTranslation } from 'react-i18next'
import styles from './NamePicker.module.css'

/** Whom an @ may mean, under the field that keeps the focus. */
export function NamePicker({
  names,
  picked,
  onPick,
}: {
  names: readonly string[]
  picked: number
  onPick: (name: string) => void
}) {
  const { t } = useTranslation('meetings')
  if (names.length === 0) return null
  return (
    <div className={styles.names} id="meeting-names" role="listbox" aria-label={t('line.names')} tabIndex={-1}>
      {names.map((name, index) => (
        <div
          key={name}
          id={`meeting-name-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === picked}
          className={styles.name}
          // Before the field loses the focus.
          onMouseDown={(event) => {
            event.preventDefault()
            onPick(name)
          }}
        >
          {name}
        </div>
      ))}
    </div>
  )
}
