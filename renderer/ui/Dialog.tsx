import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Dialog.module.css'
import { DialogInside } from './DialogInside.tsx'

export interface DialogProps {
  isOpen: boolean
  onClose: () => void
  title: string
  /** Width in px; 480 unless told. */
  width?: number
  /** Above small dialogs too, which stand above all others. */
  isOnTop?: boolean
  /** Without head and padding: what is inside begins at the edge. Its title is spoken all the same. */
  isBare?: boolean
  children: ReactNode
}

const ABOVE_SMALL_DIALOGS = 460

/** Over the page, holds the focus, Esc closes. Keys of the page rest while it is open. */
export function Dialog({
  isOpen,
  onClose,
  title,
  width = 480,
  isBare = false,
  isOnTop = false,
  children,
}: DialogProps) {
  const { t } = useTranslation('common')
  // Closed it would cost as much as the page it waits on.
  if (!isOpen) return null
  return (
    <Modal
      opened
      onClose={onClose}
      {...(isBare ? { attributes: { content: { 'aria-label': title } }, withCloseButton: false } : { title })}
      size={width}
      {...(isOnTop ? { zIndex: ABOVE_SMALL_DIALOGS } : {})}
      centered
      // It comes with an animation of its own and goes at once: a key pressed while it fades would be nobody's.
      transitionProps={{ duration: 0 }}
      closeOnEscape={false}
      returnFocus={false}
      overlayProps={{ color: 'var(--scrim)', backgroundOpacity: 1 }}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      classNames={{
        inner: styles.inner ?? '',
        content: styles.content ?? '',
        header: styles.header ?? '',
        title: styles.title ?? '',
        body: styles.body ?? '',
        overlay: styles.overlay ?? '',
      }}
    >
      <DialogInside onClose={onClose}>
        <div className={isBare ? undefined : styles.inside}>{children}</div>
      </DialogInside>
    </Modal>
  )
}
