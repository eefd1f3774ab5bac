import type { WritableDb } from '../database.ts'

/** As the step that brought it makes it. */
const DEFINITION = `fts5 (reference, tokenize = 'trigram', content = 'searched_reference', content_rowid = 'number')`

/** Makes the index of references anew, and its list from the calls. One that is damaged cannot be emptied otherwise. */
export function refillReferences(db: WritableDb): void {
  db.exec(`DROP TABLE reference_search; CREATE VIRTUAL TABLE reference_search USING ${DEFINITION};
    INSERT INTO reference_search (reference_search, rank) VALUES ('secure-delete', 1);
    INSERT INTO reference_search (reference_search) VALUES ('rebuild');
    DELETE FROM searched_reference WHERE NOT EXISTS (SELECT 1 FROM call WHERE call.reference = searched_reference.reference);
    INSERT INTO searched_reference (reference) SELECT reference FROM call
      WHERE reference IS NOT NULL AND reference NOT IN (SELECT reference FROM searched_reference)
      GROUP BY reference ORDER BY max(rowid)`)
}
