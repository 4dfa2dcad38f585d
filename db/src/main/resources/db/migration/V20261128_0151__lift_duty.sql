-- Who has to say why a barrier rose by itself, or was not used: a person, a time, an explanation, a review.
CREATE TABLE lift_duty (
  record_id    BIGINT       NOT NULL PRIMARY KEY COMMENT 'the barrier''s record',
  record_key   VARCHAR(100) NOT NULL COLLATE utf8mb4_bin,
  lane_id      VARCHAR(8)   NOT NULL,
  kind         VARCHAR(20)  NOT NULL,
  happened_at  DATETIME(6)  NOT NULL,
  sentence     VARCHAR(500) NOT NULL,
  state        VARCHAR(10)  NOT NULL COMMENT 'OPEN, EXPLAINED, REVIEWED',
  assigned_to  VARCHAR(60)  NULL,
  assigned_by  VARCHAR(60)  NULL COMMENT 'empty if nobody chose: the guard who signed in last',
  assigned_at  DATETIME(6)  NOT NULL,
  due_at       DATETIME(6)  NOT NULL,
  reminded_at  DATETIME(6)  NULL COMMENT 'when being overdue raised its alarm',
  cause        VARCHAR(20)  NULL,
  words        VARCHAR(500) NULL,
  photo        VARCHAR(64)  NULL,
  explained_by VARCHAR(60)  NULL,
  explained_at DATETIME(6)  NULL,
  reviewed_by  VARCHAR(60)  NULL,
  reviewed_at  DATETIME(6)  NULL,
  review       VARCHAR(500) NULL,
  -- What is open or overdue, and whose.
  KEY lift_duty_open (state, due_at),
  KEY lift_duty_person (assigned_to, state),
  KEY lift_duty_lane (lane_id, record_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
