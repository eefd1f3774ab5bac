import { create } from 'zustand'

/** Whether the list of what waits to go up is open. */
export const useWaiting = create<{ isOpen: boolean }>()(() => ({ isOpen: false }))

export const openWaiting = (): void => useWaiting.setState({ isOpen: true })
export const closeWaiting = (): void => useWaiting.setState({ isOpen: false })
