import { parentPort, workerData } from 'node:worker_threads'
import { readBookingTable } from '../booking-list/read-booking-table.ts'
import { readCalendarFile } from '../calendar/read-calendar-file.ts'
import { readPeopleList } from '../people-list/read-people-list.ts'
import { readTranscript } from '../transcripts/read-transcript.ts'
import type { ReadingJob, Readings } from './reading-messages.ts'

const readers: {
  [kind in keyof Readings]: (bytes: Buffer, fileName: string) => Readings[kind] | Promise<Readings[kind]>
} = {
  bookings: readBookingTable,
  people: readPeopleList,
  calendar: readCalendarFile,
  transcript: readTranscript,
}

const { kind, base64, fileName } = workerData as ReadingJob
parentPort?.postMessage(await readers[kind](Buffer.from(base64, 'base64'), fileName))
