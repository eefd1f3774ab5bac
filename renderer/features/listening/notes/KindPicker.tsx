import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoteKind } from '../../../../shared/contract/listening/notes.ts'
import { useChord } from '../../../lib/use-keys.tsx'
import { KeyCap } from '../../../ui/KeyCap.tsx'
import styles from './KindPicker.module.css'
import { keyOfKind, noteKinds } from './note-kinds.ts'

interface KindPickerProps {
  kind: NoteKind
  /** The same each time: a character typed beside it does not draw it anew. */
  onPick: (kind: NoteKind) => void
}

/** Whose words these are. Buttons keep the focus in the note box: a kind is set in passing. */
export const KindPicker = memo(function KindPicker({ kind, onPick }: KindPickerProps) {
  const { t } = useTranslation('listen')
  return (
    <div className={styles.kinds} role="radiogroup" aria-label={t('kind.label')}>
      {noteKinds.map((each) => (
        <label key={each} className={styles.kind} data-kind={each} data-chosen={each === kind || undefined}>
          <input
            type="radio"
            name="note-kind"
            className={styles.radio}
            checked={each === kind}
            onChange={() => onPick(each)}
            onMouseDown={(event) => event.preventDefault()}
          />
          {t(`kind.${each}`)}
          <KindKey kind={each} />
        </label>
      ))}
    </div>
  )
})

function KindKey({ kind }: { kind: NoteKind }) {
  return <KeyCap chord={useChord(keyOfKind[kind])} quiet />
}
