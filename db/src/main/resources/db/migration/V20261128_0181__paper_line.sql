-- Where a passage stands on paper that was entered after an outage, and what happened at the gate: the rules' answer may be another.
CREATE TABLE paper_line (
  passage_id BIGINT      NOT NULL PRIMARY KEY,
  sheet      VARCHAR(32) NOT NULL COMMENT 'the number printed on it',
  line       SMALLINT    NOT NULL,
  writer     VARCHAR(60) NOT NULL COMMENT 'who wrote it at the gate',
  scan       CHAR(64)    NULL COMMENT 'SHA-256 of the sheet''s picture',
  passed     BOOLEAN     NOT NULL COMMENT 'whether the guard let it through',
  -- One sheet's lines together; a line is entered once.
  UNIQUE KEY paper_line_of (sheet, line),
  CONSTRAINT paper_line_passage FOREIGN KEY (passage_id) REFERENCES passage (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
