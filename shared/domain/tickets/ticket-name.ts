/** How a ticket is called in speech, files and on screen: `ES-000123`. */
export const ticketName = (number: number): string => `ES-${String(number).padStart(6, '0')}`
