-- What people did, to be searched by who, what, when and about what. Written in the entry's own statement; the entry is the proof.
CREATE TABLE audit_line (
  seq     BIGINT       NOT NULL COMMENT 'the ledger entry',
  kind    VARCHAR(32)  NOT NULL,
  act     VARCHAR(48)  NOT NULL,
  who     VARCHAR(60)  NULL     COMMENT 'empty: the house itself',
  place   VARCHAR(64)  NULL     COMMENT 'network address',
  subject VARCHAR(128) NOT NULL,
  at      DATETIME(6)  NOT NULL,
  PRIMARY KEY (seq),
  -- each filter of the search, newest first
  KEY audit_line_who (who, seq),
  KEY audit_line_act (act, seq),
  KEY audit_line_subject (subject, seq),
  KEY audit_line_at (at, seq)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What was recorded before this table was: the act's line, and whoever the text names.
INSERT INTO audit_line (seq, kind, act, who, place, subject, at)
SELECT seq, kind,
       IF(LOCATE('\nact: ', text) > 0, LEFT(SUBSTRING_INDEX(SUBSTRING_INDEX(text, '\nact: ', -1), '\n', 1), 48), kind),
       CASE WHEN LOCATE('\nby: ', text) > 0 THEN LEFT(SUBSTRING_INDEX(SUBSTRING_INDEX(text, '\nby: ', -1), '\n', 1), 60)
            WHEN LOCATE('\nuser: ', text) > 0 THEN LEFT(SUBSTRING_INDEX(SUBSTRING_INDEX(text, '\nuser: ', -1), '\n', 1), 60) END,
       NULL, subject, appended_at
  FROM ledger_entry
 WHERE kind IN ('audit', 'barrier-act');
