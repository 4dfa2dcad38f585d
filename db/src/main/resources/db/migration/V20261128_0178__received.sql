-- What platforms send down: what they are asked for, what each answer changed, and the register of violations.

CREATE TABLE subscription (
  id            BIGINT        NOT NULL AUTO_INCREMENT,
  platform_id   VARCHAR(40)   NOT NULL,
  kind          VARCHAR(16)   NOT NULL COMMENT 'EXCEEDING, STRATEGY, VIOLATION',
  mark          VARCHAR(200)  NULL     COMMENT 'up to where the news are known; null asks for everything',
  created_at    DATETIME(6)   NOT NULL,
  asked_at      DATETIME(6)   NULL,
  heard_at      DATETIME(6)   NULL     COMMENT 'last answer that counted: so old is what the gates decide by',
  whole_at      DATETIME(6)   NULL     COMMENT 'last answer that was everything',
  next_ask_at   DATETIME(6)   NOT NULL,
  failures      INT           NOT NULL,
  complaint     VARCHAR(1000) NULL,
  claimed_by    VARCHAR(40)   NULL     COMMENT 'the node that is asking',
  claimed_until DATETIME(6)   NULL,
  oddities      CHAR(36)      NULL     COMMENT 'digest of what was odd last time: the same is told once',
  PRIMARY KEY (id),
  UNIQUE KEY subscription_kind (platform_id, kind)   -- the lock under which nodes take turns
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE receipt (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  platform_id VARCHAR(40)  NOT NULL,
  kind        VARCHAR(16)  NOT NULL,
  received_at DATETIME(6)  NOT NULL,
  whole       BOOLEAN      NOT NULL COMMENT 'everything the platform has, not only what is new',
  added       INT          NOT NULL,
  amended     INT          NOT NULL,
  removed     INT          NOT NULL COMMENT 'released or withdrawn',
  unchanged   INT          NOT NULL,
  odd         INT          NOT NULL COMMENT 'rows, or parts of them, that were not understood',
  sentence    VARCHAR(500) NOT NULL,
  PRIMARY KEY (id),
  KEY receipt_kind (kind, id)                        -- the page: one kind, newest first
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE receipt_line (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  receipt_id   BIGINT       NOT NULL,
  line_no      INT          NOT NULL,
  what         VARCHAR(12)  NOT NULL COMMENT 'ADDED, AMENDED, REMOVED, PARTLY, NOT_TAKEN',
  plate        VARCHAR(10)  NULL,
  plate_color  VARCHAR(16)  NULL,
  words        VARCHAR(500) NOT NULL,
  strategy_id  BIGINT       NULL,
  violation_id BIGINT       NULL,
  PRIMARY KEY (id),
  KEY receipt_line_receipt (receipt_id, line_no)        -- one receipt laid open
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE violation (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  platform_id VARCHAR(40)  NOT NULL,
  number      VARCHAR(64)  NOT NULL COMMENT 'the platform''s; made of the content where it gives none',
  enterprise  VARCHAR(64)  NOT NULL,
  plate       VARCHAR(10)  NOT NULL,
  plate_color VARCHAR(16)  NOT NULL,
  vin         VARCHAR(17)  NULL,
  in_at       DATETIME(6)  NULL,
  out_at      DATETIME(6)  NULL,
  reason      VARCHAR(200) NOT NULL,
  note        VARCHAR(500) NOT NULL,
  received_at DATETIME(6)  NOT NULL,
  amended_at  DATETIME(6)  NULL,
  PRIMARY KEY (id),
  UNIQUE KEY violation_number (platform_id, number), -- the same one comes again and again
  KEY violation_plate (plate, id)                    -- what is known of a vehicle
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
