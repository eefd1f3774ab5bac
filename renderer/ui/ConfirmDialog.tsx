import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useChord, useKeys } from '../lib/use-keys.tsx'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { DialogFoot } from './DialogFoot.tsx'

export interface ConfirmDialogProps {
  isOpen: boolean
  title: string
  children: ReactNode
  /** The verb itself: «取消预约», never «确定». */
  confirmLabel: string
  onConfirm: () => void
  onClose: () => void
  tone?: 'primary' | 'danger'
  busy?: boolean
  /** Width in px; 420 unless told. */
  width?: number
}

/** For what cannot be undone; what can be undone is done at once with a notice that offers the undo. */
export function ConfirmDialog({ isOpen, title, children, onClose, width = 420, ...act }: ConfirmDialogProps) {
  const { t } = useTranslation('common')
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title} width={width}>
      <div style={{ marginBottom: 'var(--space-5)' }}>{children}</div>
      <DialogFoot>
        <Button onClick={onClose}>{t('action.notNow')}</Button>
        <ConfirmButton {...act} />
      </DialogFoot>
    </Dialog>
  )
}

function ConfirmButton({
  confirmLabel,
  onConfirm,
  tone = 'primary',
  busy = false,
}: Pick<ConfirmDialogProps, 'confirmLabel' | 'onConfirm' | 'tone' | 'busy'>) {
  useKeys('dialog', { 'dialog.confirm': onConfirm }, !busy)
  return (
    <Button tone={tone} onClick={onConfirm} busy={busy} chord={useChord('dialog.confirm')} data-autofocus>
      {confirmLabel}
    </Button>
  )
}
