/** Minutes and pages of thanks stand in the ledger of exports. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
-- What a file is of: tickets, minutes, thanks.
ALTER TABLE export_record ADD COLUMN kind TEXT NOT NULL DEFAULT 'tickets';

-- Whose minutes it is: nothing tells of it while that call is sealed.
ALTER TABLE export_record ADD COLUMN call_id TEXT;

-- Pages that went out before stand in the ledger as well, by who handed them over.
INSERT INTO export_record (id, kind, format, folder, file_name, state, selection_json, scope, language, ticket_count, sha256, size_bytes,
  created_at, delivered_at, tries, exported_by, choice_json)
SELECT thanks_page.id, 'thanks', 'markdown', folder, file_name, 'delivered',
  json_object('ticketNumbers', json_array(), 'thanks', json_object('actorId', actor_id, 'ids',
    json((SELECT json_group_array(thanks_id) FROM thanks_handed WHERE page_id = thanks_page.id)))),
  '', CASE WHEN file_name LIKE 'Earshot%' THEN 'en' ELSE 'zh' END, 0, sha256, size_bytes, made_at, made_at, 1, person.name,
  json_object('by', 'thanks', 'count', (SELECT count(*) FROM thanks_handed WHERE page_id = thanks_page.id))
FROM thanks_page LEFT JOIN person ON person.id = actor_id ORDER BY made_at;
`
