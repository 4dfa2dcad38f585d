-- Barriers that rose for a passage and wait to be used: a restart goes on watching them.
-- A row comes within a second of the opening and goes as soon as somebody has passed, or the time is over.
CREATE TABLE waiting_opening (
  passage_serial VARCHAR(46) NOT NULL PRIMARY KEY,
  lane_id        VARCHAR(8)  NOT NULL,
  vehicle        VARCHAR(60) NOT NULL COMMENT 'how people call it',
  opened_at      DATETIME(6) NOT NULL,
  within_s       INT         NOT NULL COMMENT 'how long its driver has'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
