-- What a platform says it holds, compared with what it said it had taken.

CREATE TABLE reconciliation (
  id          BIGINT      NOT NULL AUTO_INCREMENT,
  platform_id VARCHAR(40) NOT NULL,
  day         DATE        NOT NULL COMMENT 'a day of the plant, Asia/Shanghai',
  compared_at DATETIME(6) NOT NULL,
  ours        BIGINT      NOT NULL COMMENT 'records of that day we hold for accepted',
  theirs      BIGINT      NOT NULL COMMENT 'records of that day the platform names',
  missing     BIGINT      NOT NULL COMMENT 'ours that are not there; they go again',
  PRIMARY KEY (id),
  KEY reconciliation_day (platform_id, day, id)   -- the day's latest
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
