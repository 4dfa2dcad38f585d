-- What needs a person. One standing alarm per kind and subject; the row stays when the alarm is over.
CREATE TABLE alarm (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind            VARCHAR(24)  NOT NULL,
  subject         VARCHAR(64)  NOT NULL COMMENT 'what it is about: a lane, a device',
  sentence        VARCHAR(500) NOT NULL,
  state           VARCHAR(12)  NOT NULL COMMENT 'RAISED, ACKNOWLEDGED, CLEARED, CLOSED',
  standing        BOOLEAN      NULL     COMMENT 'true until it is over, then empty: a unique key does not count what is empty',
  occurrences     INT          NOT NULL,
  raised_at       DATETIME(6)  NOT NULL,
  last_at         DATETIME(6)  NOT NULL,
  acknowledged_at DATETIME(6)  NULL,
  acknowledged_by VARCHAR(60)  NULL,
  over_at         DATETIME(6)  NULL,
  closed_by       VARCHAR(60)  NULL,
  cause           VARCHAR(500) NULL,
  UNIQUE KEY alarm_standing (standing, kind, subject),
  KEY alarm_state (state, id),
  KEY alarm_kind (kind, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
