/** The twin of 0034: minutes and pages of thanks in the ledger of exports. Frozen like every step. */
export const sql = `
ALTER TABLE export_record ADD COLUMN kind plain NOT NULL DEFAULT 'tickets';
ALTER TABLE export_record ADD COLUMN call_id plain;

INSERT INTO export_record (id, kind, format, folder, file_name, state, selection_json, scope, language, ticket_count, sha256, size_bytes,
  created_at, delivered_at, tries, exported_by, choice_json)
SELECT thanks_page.id, 'thanks', 'markdown', folder, file_name, 'delivered',
  json_build_object('ticketNumbers', json_build_array(), 'thanks', json_build_object('actorId', actor_id, 'ids',
    (SELECT coalesce(json_agg(thanks_id), '[]') FROM thanks_handed WHERE page_id = thanks_page.id))),
  '', CASE WHEN file_name LIKE 'Earshot%' THEN 'en' ELSE 'zh' END, 0, sha256, size_bytes, made_at, made_at, 1, person.name,
  json_build_object('by', 'thanks', 'count', (SELECT count(*) FROM thanks_handed WHERE page_id = thanks_page.id))
FROM thanks_page LEFT JOIN person ON person.id = actor_id ORDER BY made_at;
`
