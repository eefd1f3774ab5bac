import { Popover } from '@mantine/core'
import { type ReactElement, type ReactNode, useState } from 'react'
import { useKeyRegistry } from '../lib/key-registry.ts'
import styles from './AnchoredDialog.module.css'
import { DialogInside } from './DialogInside.tsx'
import { useNotices } from './notices.ts'

export interface AnchoredDialogProps {
  onClose: () => void
  /** Spoken name of the little window. */
  label: string
  /** Width in px; 320 unless told. */
  width?: number
  /** Where there is room for it; beside unless told. */
  position?: 'right-start' | 'bottom-start'
  /** What it stands beside: one element that takes a ref. */
  target: ReactElement
  children: ReactNode
}

/**
 * A small dialog beside what it is about, open while it is mounted. Holds the focus (the first control has
 * `data-autofocus`); Esc or a press outside closes; keys of the page rest. Selects inside need `INSIDE_DIALOG`.
 */
export function AnchoredDialog({
  onClose,
  label,
  width = 320,
  position = 'right-start',
  target,
  children,
}: AnchoredDialogProps) {
  const [layersBeneath] = useState(() => useKeyRegistry.getState().openLayers.length)
  const [toldBefore] = useState(() => newestFailure())
  const isRefused = useNotices(newestFailure) > toldBefore
  const isCovered = () => useKeyRegistry.getState().openLayers.length > layersBeneath + 1
  return (
    <Popover
      opened
      onChange={(isOpen) => {
        // A press in the guide over it is no press outside.
        if (!isOpen && !isCovered()) onClose()
      }}
      position={position}
      offset={8}
      width={width}
      trapFocus
      closeOnEscape={false}
      withRoles={false}
      zIndex={isRefused ? BELOW_NOTICES : ABOVE_NOTICES}
      hideDetached={false}
      middlewares={{
        flip: { fallbackPlacements: ['left-start', 'bottom-start', 'top-start'] },
        // Mantine keeps the side it opened on, so what grows later must be moved back over it, or its head leaves the window.
        shift: { padding: 12, crossAxis: true },
      }}
      transitionProps={{ duration: 0 }}
      classNames={{ dropdown: styles.dropdown ?? '' }}
    >
      <Popover.Target>{target}</Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={label}>
        <DialogInside onClose={onClose}>{children}</DialogInside>
      </Popover.Dropdown>
    </Popover>
  )
}

/** What it asks must not be covered by what was done before; why it was not done just now must be read over it. */
const ABOVE_NOTICES = 450
const BELOW_NOTICES = 350
const newestFailure = ({ notices } = useNotices.getState()): number =>
  notices.findLast((notice) => notice.tone === 'failure')?.id ?? 0

/**
 * For `comboboxProps` of a select inside: a list outside the dialog would count as a press outside. It opens while the dialog looks for its
 * place yet, so the side it took then is none to keep.
 */
export const INSIDE_DIALOG = {
  withinPortal: false,
  shadow: 'md',
  offset: 4,
  preventPositionChangeWhenVisible: false,
} as const
