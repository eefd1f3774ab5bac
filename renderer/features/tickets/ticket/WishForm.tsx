import type { ReactNode, Ref } from 'react'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ChangedMeanwhile, type ChangedMeanwhileProps } from '../../../ui/ChangedMeanwhile.tsx'
import styles from './WishForm.module.css'

export interface WishFormProps {
  /** What it does. */
  label: string
  fieldsRef?: Ref<HTMLDivElement>
  /** As `useSeen` tells it. */
  meanwhile: ChangedMeanwhileProps
  isBusy: boolean
  /** Not as it stands: a field says why. */
  isRefused?: boolean
  cancelLabel: string
  sendLabel: ReactNode
  onSend: () => void
  /** Given up, with its words. */
  onCancel: () => void
  children: ReactNode
}

/** A form in an open ticket: what is wished of it, who came first, and the two ways out by key and by mouse. */
export function WishForm({ label, fieldsRef, meanwhile, children, ...wish }: WishFormProps) {
  useKeys('tickets', { 'tickets.confirm': () => wish.onSend() })
  return (
    <form
      className={styles.form}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        wish.onSend()
      }}
    >
      <div ref={fieldsRef} className={styles.fields}>
        {children}
      </div>
      <ChangedMeanwhile {...meanwhile} />
      <div className="acts">
        <Button size="small" tone="quiet" onClick={wish.onCancel}>
          {wish.cancelLabel}
        </Button>
        <Button
          size="small"
          type="submit"
          tone="primary"
          busy={wish.isBusy}
          disabled={wish.isRefused}
          chord={useChord('tickets.confirm')}
        >
          {wish.sendLabel}
        </Button>
      </div>
    </form>
  )
}
