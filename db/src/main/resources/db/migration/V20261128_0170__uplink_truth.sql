-- What was sent is kept call by call; what a record lacks and what it is are kept with its dispatch.

ALTER TABLE dispatch
  CHANGE passage_serial subject VARCHAR(128) NOT NULL COMMENT 'what people look for: a passage''s serial number',
  ADD kind           VARCHAR(24)  NOT NULL DEFAULT 'PASSAGE' COMMENT 'which kind of record',
  ADD gate           VARCHAR(8)   NOT NULL DEFAULT '' COMMENT 'empty if it belongs to no gate',
  ADD complete       BOOLEAN      NULL COMMENT 'every required item is there and valid; null if it was made before this was judged',
  ADD missing        VARCHAR(500) NULL COMMENT 'the items it lacks, comma-separated',
  ADD correction_seq BIGINT       NULL COMMENT 'ledger entry that says what is sent instead of what was recorded',
  DROP KEY dispatch_day,
  -- A month by day, gate and kind is counted from the index alone.
  ADD KEY dispatch_day (platform_id, created_at, gate, kind, state, complete);

UPDATE dispatch SET gate = SUBSTRING_INDEX(lane, '-', 1);

ALTER TABLE platform_line
  ADD pace_millis INT NULL COMMENT 'how long one record takes, a moving mean';

CREATE TABLE platform_call (
  id             BIGINT        NOT NULL AUTO_INCREMENT,
  platform_id    VARCHAR(40)   NOT NULL,
  dispatch_id    BIGINT        NULL COMMENT 'null for heartbeats',
  purpose        VARCHAR(12)   NOT NULL COMMENT 'TOKEN, RECORD, HEARTBEAT',
  endpoint       VARCHAR(200)  NOT NULL,
  try_no         INT           NOT NULL,
  called_at      DATETIME(6)   NOT NULL,
  millis         INT           NOT NULL,
  request_digest CHAR(64)      NOT NULL COMMENT 'SHA-256 of the body; empty if the node died with the call',
  request_bytes  INT           NOT NULL,
  http_status    SMALLINT      NOT NULL COMMENT '0 without an answer',
  ending         VARCHAR(10)   NOT NULL COMMENT 'ACCEPTED, REFUSED, AGAIN, NO_ANSWER, UNKNOWN',
  answer         VARCHAR(2000) NOT NULL,
  PRIMARY KEY (id),
  KEY platform_call_dispatch (dispatch_id, id),   -- one record's anatomy
  KEY platform_call_at (platform_id, called_at)   -- one platform's talk, and what is past its keeping
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE line_outage (
  id          BIGINT        NOT NULL AUTO_INCREMENT,
  platform_id VARCHAR(40)   NOT NULL,
  from_at     DATETIME(6)   NOT NULL,
  until_at    DATETIME(6)   NULL COMMENT 'null while it lasts',
  complaint   VARCHAR(1000) NOT NULL COMMENT 'the first failure',
  PRIMARY KEY (id),
  KEY line_outage_span (platform_id, from_at)     -- what happened that night
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
