-- What happened at a barrier outside the passages: lifts nobody commanded, openings nobody used, acts of people.
-- The id is its entry's place in the ledger, counted from one.
CREATE TABLE barrier_record (
  id             BIGINT       NOT NULL PRIMARY KEY,
  record_key     VARCHAR(100) NOT NULL COLLATE utf8mb4_bin COMMENT 'the same event has the same key, however often it is told',
  lane_id        VARCHAR(8)   NOT NULL,
  kind           VARCHAR(20)  NOT NULL,
  happened_at    DATETIME(6)  NOT NULL,
  recorded_at    DATETIME(6)  NOT NULL,
  position       VARCHAR(10)  NULL,
  sentence       VARCHAR(500) NOT NULL,
  passage_serial VARCHAR(46)  NULL COMMENT 'the passage that opened it, or the vehicle seen shortly before',
  by_whom        VARCHAR(60)  NULL,
  reason         VARCHAR(500) NULL,
  outcome        VARCHAR(10)  NULL COMMENT 'what the device answered; empty if that is not known',
  answer         VARCHAR(500) NULL,
  explanation    VARCHAR(500) NULL,
  explained_by   VARCHAR(60)  NULL,
  explained_at   DATETIME(6)  NULL,
  UNIQUE KEY barrier_record_key (record_key),
  KEY barrier_record_lane (lane_id, id),
  KEY barrier_record_kind (kind, explained_at, id),
  KEY barrier_record_passage (passage_serial)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Barriers that somebody locked; a row goes when it is unlocked, the records stay.
CREATE TABLE barrier_lock (
  lane_id VARCHAR(8)   NOT NULL PRIMARY KEY,
  mode    VARCHAR(8)   NOT NULL COMMENT 'OPEN, CLOSED',
  since   DATETIME(6)  NOT NULL,
  by_whom VARCHAR(60)  NOT NULL,
  reason  VARCHAR(500) NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
