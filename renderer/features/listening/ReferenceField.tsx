import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Call } from '../../../shared/contract/sessions.ts'
import { isComposing } from '../../lib/composition.ts'
import { useChord, useKeys } from '../../lib/use-keys.tsx'
import { KeyCap } from '../../ui/KeyCap.tsx'
import { unremembered } from '../../ui/unremembered.ts'
import { setReference } from './listening.actions.ts'
import styles from './ReferenceField.module.css'

/** The call system's own number, optional. Enter or leaving the field stores it; Enter and Esc go back to the note box. */
export function ReferenceField({ call, onDone }: { call: Call; onDone: () => void }) {
  const { t } = useTranslation('listen')
  const [text, setText] = useState(call.reference ?? '')
  const field = useRef<HTMLInputElement>(null)
  useKeys('listen', { 'listen.reference': () => field.current?.select() })
  const store = () => {
    if (text.trim() !== (call.reference ?? '')) void setReference(call.id, text)
  }
  const pressed = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return
    if (event.key === 'Escape') setText(call.reference ?? '')
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    onDone()
  }
  return (
    <label className={styles.field}>
      <span className={styles.label}>{t('call.reference')}</span>
      <input
        ref={field}
        className={styles.input}
        value={text}
        maxLength={64}
        placeholder={t('call.referenceHint')}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={store}
        onKeyDown={pressed}
        {...unremembered}
      />
      <KeyCap chord={useChord('listen.reference')} />
    </label>
  )
}
