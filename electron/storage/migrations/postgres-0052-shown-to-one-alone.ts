/** That somebody was shown what others gave them is nothing that any desk shows: of a row that says so no desk is told as it goes. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
DROP TRIGGER feed ON own_news;
CREATE TRIGGER feed AFTER INSERT OR UPDATE ON own_news FOR EACH ROW EXECUTE FUNCTION tell_feed('own_news');
CREATE TRIGGER feed_of_read AFTER DELETE ON own_news FOR EACH ROW WHEN (OLD.known <> 'none') EXECUTE FUNCTION tell_feed('own_news');
`
