import { create } from 'zustand'

/** Whether the box that finds a free seat is open: it is asked for from the board, from Today and from everywhere by its key. */
export const useFindSeat = create<{ isOpen: boolean }>()(() => ({ isOpen: false }))

export const openFindSeat = (): void => useFindSeat.setState({ isOpen: true })
export const closeFindSeat = (): void => useFindSeat.setState({ isOpen: false })
