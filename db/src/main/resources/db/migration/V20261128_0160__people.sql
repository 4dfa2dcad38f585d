-- People's accounts as the administrator keeps them, and every way in that is open now.
ALTER TABLE account
  ADD COLUMN phone             VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN disabled_at       DATETIME(6) NULL,
  ADD COLUMN last_sign_in_at   DATETIME(6) NULL,
  ADD COLUMN last_sign_in_from VARCHAR(64) NULL COMMENT 'network address',
  ADD COLUMN version           BIGINT      NOT NULL DEFAULT 0;

-- A browser's session, so that it can be seen and ended from elsewhere. The id is no secret of the browser's.
CREATE TABLE web_session (
  id         CHAR(32)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  account_id BIGINT       NOT NULL,
  begun_at   DATETIME(6)  NOT NULL,
  begun_from VARCHAR(64)  NOT NULL,
  agent      VARCHAR(200) NOT NULL COMMENT 'what the browser says it is',
  seen_at    DATETIME(6)  NOT NULL,
  ended_at   DATETIME(6)  NULL,
  PRIMARY KEY (id),
  -- the open ones of one account, at every change of password and on every list
  KEY web_session_account (account_id, ended_at),
  CONSTRAINT web_session_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

ALTER TABLE access_token
  ADD COLUMN issued_from VARCHAR(64) NOT NULL DEFAULT '',
  ADD COLUMN seen_at     DATETIME(6) NULL;
