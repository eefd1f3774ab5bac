/** The lens of calls with old callers. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
CREATE TABLE silver_hair (
  call_id TEXT PRIMARY KEY REFERENCES call (id),
  mark TEXT NOT NULL,
  origin TEXT NOT NULL,
  marked_at TEXT NOT NULL,
  pace TEXT,
  tone TEXT,
  volume TEXT,
  dialect TEXT,
  effort INTEGER CHECK (effort BETWEEN 1 AND 5),
  operation TEXT,
  help TEXT,
  told_first INTEGER CHECK (told_first IN (0, 1)),
  jargon_json TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;

-- The referee of «never done for the caller». Another operation is another trigger, in a step of its own.
CREATE TRIGGER silver_hair_property_added BEFORE INSERT ON silver_hair
  WHEN NEW.help = 'for_caller' AND NEW.operation IN ('return', 'refund', 'price_protection', 'payment', 'credit')
  BEGIN SELECT RAISE(ABORT, 'silver_hair_property'); END;
CREATE TRIGGER silver_hair_property_changed BEFORE UPDATE ON silver_hair
  WHEN NEW.help = 'for_caller' AND NEW.operation IN ('return', 'refund', 'price_protection', 'payment', 'credit')
  BEGIN SELECT RAISE(ABORT, 'silver_hair_property'); END;
`
