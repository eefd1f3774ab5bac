import { Drawer as MantineDrawer } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyLayer } from '../lib/use-keys.tsx'
import styles from './Dialog.module.css'
import drawerStyles from './Drawer.module.css'

export interface DrawerProps {
  isOpen: boolean
  onClose: () => void
  title: string
  /** Width in px; 480 unless told. */
  width?: number
  footer?: ReactNode
  children: ReactNode
}

/** From the right edge: a longer form beside the list it belongs to. Otherwise like Dialog. */
export function Drawer({ isOpen, onClose, title, width = 480, footer, children }: DrawerProps) {
  const { t } = useTranslation('common')
  return (
    <MantineDrawer
      opened={isOpen}
      onClose={onClose}
      title={title}
      size={width}
      position="right"
      transitionProps={{ duration: 160 }}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      classNames={{
        header: styles.header ?? '',
        title: styles.title ?? '',
        content: drawerStyles.content ?? '',
        body: drawerStyles.body ?? '',
        overlay: styles.overlay ?? '',
      }}
    >
      <KeyLayer>
        <div className={drawerStyles.inside}>{children}</div>
        {footer === undefined ? null : <footer className={styles.footer}>{footer}</footer>}
      </KeyLayer>
    </MantineDrawer>
  )
}
