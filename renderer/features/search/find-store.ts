import { create } from 'zustand'

/** Whether the box is open. What is typed in it lives as long as the box and is kept nowhere. */
export const useFindBox = create<{ isOpen: boolean }>()(() => ({ isOpen: false }))

export const openFindBox = (): void => useFindBox.setState({ isOpen: true })
export const closeFindBox = (): void => useFindBox.setState({ isOpen: false })
