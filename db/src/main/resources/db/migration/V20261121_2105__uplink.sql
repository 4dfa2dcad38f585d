-- The way of every record to every platform (outbox), and how each line is.

CREATE TABLE dispatch (
  id              BIGINT        NOT NULL AUTO_INCREMENT,
  platform_id     VARCHAR(40)   NOT NULL,
  idempotency_key VARCHAR(90)   NOT NULL COMMENT 'enterprise number and passage serial, the same at every try',
  ledger_seq      BIGINT        NOT NULL COMMENT 'where the content stands',
  passage_serial  VARCHAR(46)   NOT NULL,
  lane            VARCHAR(20)   NOT NULL COMMENT 'records of one lane are sent in the ledger''s order',
  state           VARCHAR(10)   NOT NULL COMMENT 'WAITING, CLAIMED, ACCEPTED, BLOCKED',
  backlog         BOOLEAN       NOT NULL COMMENT 'no longer live: live records overtake it',
  tries           INT           NOT NULL,
  created_at      DATETIME(6)   NOT NULL,
  next_try_at     DATETIME(6)   NOT NULL,
  claimed_by      VARCHAR(64)   NULL,
  claimed_until   DATETIME(6)   NULL COMMENT 'lease: after it anybody may claim again',
  settled_at      DATETIME(6)   NULL,
  answer          VARCHAR(1000) NULL COMMENT 'the platform''s last words, or what went wrong',
  PRIMARY KEY (id),
  UNIQUE KEY dispatch_key (platform_id, idempotency_key),
  KEY dispatch_queue (platform_id, state, backlog, ledger_seq),
  KEY dispatch_passage (passage_serial),
  KEY dispatch_day (platform_id, created_at, state)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE platform_line (
  platform_id   VARCHAR(40)   NOT NULL,
  online        BOOLEAN       NOT NULL COMMENT 'the last call was answered',
  since         DATETIME(6)   NULL COMMENT 'since when it is so',
  last_accepted DATETIME(6)   NULL,
  accepted      BIGINT        NOT NULL COMMENT 'records taken, counted where they are settled',
  failures      INT           NOT NULL COMMENT 'calls in a row that got no answer',
  quiet_until   DATETIME(6)   NULL COMMENT 'no record is sent before, unless a heartbeat is answered',
  complaint     VARCHAR(1000) NULL,
  PRIMARY KEY (platform_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
