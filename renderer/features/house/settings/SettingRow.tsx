import type { ReactNode } from 'react'
import { SavedMark } from './SavedMark.tsx'
import styles from './SettingRow.module.css'
import type { SaveState } from './use-saving.ts'

export interface SettingRowProps {
  label: string
  /** The id of the field, so that a press on the label goes there. */
  htmlFor?: string
  hint?: ReactNode
  state?: SaveState
  children: ReactNode
}

/** One preference: words on the left, the field on the right, what became of it beneath the field. */
export function SettingRow({ label, htmlFor, hint, state, children }: SettingRowProps) {
  return (
    <div className={styles.row}>
      <div>
        {htmlFor === undefined ? (
          <p className={styles.label}>{label}</p>
        ) : (
          <label className={styles.label} htmlFor={htmlFor}>
            {label}
          </label>
        )}
        {hint === undefined ? null : <div className={styles.hint}>{hint}</div>}
      </div>
      <div className={styles.field}>
        {children}
        {state === undefined ? null : <SavedMark state={state} />}
      </div>
    </div>
  )
}
