import { Trash2, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import styles from './LineList.module.css'
import { emptyLineBox, isFieldFree, putLineBack, type SendingLine, useLineBoxes } from './line-box.ts'
import { dropUnsaved, sendLinesAgain } from './meetings.actions.ts'

export interface UnsavedActsProps {
  line: SendingLine
  /** The field is at hand: what a dialog covers takes no words. */
  canPutBack: boolean
}

/** What can be done with a line that was not stored; nothing while it is on its way. */
export function UnsavedActs({ line, canPutBack }: UnsavedActsProps) {
  const { t } = useTranslation('meetings')
  const isFree = useLineBoxes(({ boxes }) => isFieldFree(boxes[line.meetingId] ?? emptyLineBox))
  if (!line.hasFailed) return null
  return (
    <span className={styles.acts}>
      <Button size="small" onClick={sendLinesAgain}>
        {t('lines.again')}
      </Button>
      {canPutBack && isFree ? (
        <IconButton size="small" icon={<Undo2 />} label={t('lines.putBack')} onClick={() => putLineBack(line)} />
      ) : null}
      <IconButton size="small" icon={<Trash2 />} label={t('lines.drop')} onClick={() => void dropUnsaved(line)} />
    </span>
  )
}
