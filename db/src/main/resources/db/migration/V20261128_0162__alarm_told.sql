-- An alarm climbs from the guard to the officer to the administrator until somebody acknowledges it, and is told elsewhere.
ALTER TABLE alarm
  ADD COLUMN severity     TINYINT     NOT NULL DEFAULT 1 COMMENT '0 notice, 1 serious, 2 urgent',
  ADD COLUMN level        TINYINT     NOT NULL DEFAULT 1 COMMENT '1 guard, 2 officer, 3 administrator',
  ADD COLUMN escalated_at DATETIME(6) NULL,
  ADD COLUMN verdict      VARCHAR(16) NULL COMMENT 'what it was found to be, said when a person closes it',
  -- those that wait for somebody, and the statistics of a time
  ADD KEY alarm_waiting (standing, state, level),
  ADD KEY alarm_raised_at (raised_at);

-- Changed by the administrator: after how many minutes without acknowledgement an alarm of that severity climbs to that level.
CREATE TABLE alarm_step (
  severity TINYINT NOT NULL,
  level    TINYINT NOT NULL COMMENT '2 or 3',
  minutes  INT     NOT NULL,
  PRIMARY KEY (severity, level)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Where alarms are told outside the house: a program by HTTP, or people by mail.
CREATE TABLE alarm_channel (
  id         BIGINT        NOT NULL AUTO_INCREMENT,
  kind       VARCHAR(8)    NOT NULL COMMENT 'WEBHOOK, MAIL',
  name       VARCHAR(60)   NOT NULL,
  enabled    BOOLEAN       NOT NULL,
  severity   TINYINT       NOT NULL COMMENT 'told from this severity on',
  level      TINYINT       NOT NULL COMMENT 'told from this level on',
  address    VARCHAR(300)  NOT NULL COMMENT 'URL, or mail host',
  port       INT           NOT NULL DEFAULT 0,
  security   VARCHAR(8)    NOT NULL COMMENT 'NONE, STARTTLS, TLS',
  user_name  VARCHAR(100)  NOT NULL,
  secret     VARBINARY(400) NULL COMMENT 'sealed for this channel only',
  sender     VARCHAR(200)  NOT NULL,
  recipients VARCHAR(1000) NOT NULL COMMENT 'one a line',
  version    BIGINT        NOT NULL,
  changed_by VARCHAR(60)   NOT NULL,
  changed_at DATETIME(6)   NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What has to be told: written in the transaction in which the alarm changes. Once per alarm, channel and change.
CREATE TABLE alarm_notice (
  id            BIGINT       NOT NULL AUTO_INCREMENT,
  alarm_id      BIGINT       NOT NULL,
  channel_id    BIGINT       NOT NULL,
  event         VARCHAR(16)  NOT NULL COMMENT 'RAISED, LEVEL_2, LEVEL_3, ACKNOWLEDGED, CLOSED, CLEARED',
  state         VARCHAR(8)   NOT NULL COMMENT 'WAITING, CLAIMED, TOLD, GIVEN_UP',
  tries         INT          NOT NULL,
  created_at    DATETIME(6)  NOT NULL,
  next_try_at   DATETIME(6)  NOT NULL,
  claimed_by    CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NULL,
  claimed_until DATETIME(6)  NULL,
  settled_at    DATETIME(6)  NULL,
  answer        VARCHAR(300) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY alarm_notice_once (alarm_id, channel_id, event),
  -- the worker's question, every second
  KEY alarm_notice_due (state, next_try_at),
  -- a channel's newest, for its page
  KEY alarm_notice_channel (channel_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
