import type { Told } from './company/a-company.ts'

const WORDS = { people: 'people', bookings: 'bookings' } as const

/** A line for whoever waits at the terminal. */
export const tellLaid: Told = (what, made, of) =>
  void process.stdout.write(
    `Laying the company: ${made.toLocaleString('en')} of ${of.toLocaleString('en')} ${WORDS[what]}\n`,
  )
