import { expect, test } from 'vitest'
import { correctionsHeard } from '../../../shared/domain/listening/reaction-lag.ts'
import { someoneListening } from '../../builders/listening.ts'
import { accepted } from '../../builders/outcomes.ts'

test('a time mark that is not stored in the end teaches nothing, and forgets nothing', async () => {
  const desk = await someoneListening()
  const restamp = (noteId: string, offsetMs: number) => desk.notes.restamp({ noteId, offsetMs }, desk.asker)
  const undo = () => desk.notes.undo({ callId: desk.call.id }, desk.asker)
  desk.clock.advance(180_000)
  const note = await desk.aNote('一', { offsetMs: 90_000 })
  await accepted(restamp(note.id, 88_500))
  const { lagSamples } = desk.parts.settings.read()
  // Found out at the commit: the last moment at which a disk can say no.
  desk.db.exec(`CREATE TABLE of_test (id TEXT REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED);
    CREATE TRIGGER refuse AFTER INSERT ON note_event BEGIN INSERT INTO of_test VALUES ('nobody'); END`)
  expect(() => restamp(note.id, 80_000)).toThrow('FOREIGN KEY')
  expect(() => undo()).toThrow('FOREIGN KEY')
  expect(desk.parts.settings.read().lagSamples).toEqual(lagSamples)
  desk.db.exec('DROP TRIGGER refuse')
  await accepted(undo())
  expect(correctionsHeard(desk.parts.settings.read().lagSamples)).toBe(0)
  await desk.close()
})
