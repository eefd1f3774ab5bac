import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportRecord } from '../../../../shared/contract/exports/exports.ts'
import { isBlank } from '../../../../shared/text/characters.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'
import { useLeftForm } from '../../../ui/use-left-form.ts'
import { retryExport } from '../exports.actions.ts'
import { FolderField } from '../folder/FolderField.tsx'

/** The same bytes into another folder, when the first one does not come back. */
export function DeliverElsewhere({ record, onClose }: { record: ExportRecord; onClose: () => void }) {
  const { t } = useTranslation('exports')
  return (
    <Dialog isOpen onClose={onClose} title={t('elsewhere.title')} width={620}>
      <Fields record={record} onClose={onClose} />
    </Dialog>
  )
}

function Fields({ record, onClose }: { record: ExportRecord; onClose: () => void }) {
  const { t } = useTranslation('exports')
  const left = useLeftForm(`elsewhere ${record.id}`, { folder: record.folder }, () =>
    textsOf('exports')('elsewhere.title'),
  )
  const { folder } = left.fields
  const [isAsking, setIsAsking] = useState(false)
  const deliver = async () => {
    if (isAsking || isBlank(folder)) return
    setIsAsking(true)
    // The folder is looked at first, which takes a moment on a slow drive.
    const isTaken = await left.send(retryExport(record, folder.trim()))
    setIsAsking(false)
    if (isTaken) onClose()
  }
  useKeys('dialog', { 'dialog.confirm': () => void deliver() })
  return (
    <div className="stack">
      <p>{record.fileName}</p>
      <FolderField folder={folder} onChange={(typed) => left.change({ folder: typed })} />
      <DialogFoot>
        <Button
          tone="primary"
          chord={useChord('dialog.confirm')}
          busy={isAsking}
          disabled={isBlank(folder)}
          onClick={() => void deliver()}
        >
          {t('elsewhere.deliver')}
        </Button>
      </DialogFoot>
    </div>
  )
}
