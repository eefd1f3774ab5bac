import { useEffect, useState } from 'react'

interface OnDropdown {
  onDropdownOpen?: () => void
  onDropdownClose?: () => void
}

/**
 * Whether the list is open and the option under its keys is its own: as it opens it goes to the chosen one in a timer, so that with words that come at once, pasted
 * or by an input method, Enter would take nobody although the first is lit.
 */
export function useOpenList({ onDropdownOpen, onDropdownClose }: OnDropdown) {
  const [isOpen, setIsOpen] = useState(false)
  const [isReady, setIsReady] = useState(false)
  useEffect(() => {
    if (!isOpen) return setIsReady(false)
    const timer = setTimeout(() => setIsReady(true))
    return () => clearTimeout(timer)
  }, [isOpen])
  return {
    isOpen,
    isReady,
    onDropdownOpen: () => {
      setIsOpen(true)
      onDropdownOpen?.()
    },
    onDropdownClose: () => {
      setIsOpen(false)
      onDropdownClose?.()
    },
  }
}
