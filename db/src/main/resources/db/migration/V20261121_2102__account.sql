-- Who may come in. User names and digests are plain ASCII and compared byte for byte.
CREATE TABLE account (
  id                   BIGINT       NOT NULL AUTO_INCREMENT,
  user_name            VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name                 VARCHAR(100) NOT NULL,
  password_hash        VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  must_change_password BOOLEAN      NOT NULL,
  password_changed_at  DATETIME(6)  NOT NULL,
  opened_at            DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY account_user_name (user_name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE account_role (
  account_id BIGINT      NOT NULL,
  role       VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (account_id, role),
  CONSTRAINT account_role_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- The digest is the only trace of a token's secret; it is the key because every call looks it up.
CREATE TABLE access_token (
  digest     CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  account_id BIGINT      NOT NULL,
  device     VARCHAR(80) NOT NULL,
  issued_at  DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  revoked_at DATETIME(6) NULL,
  PRIMARY KEY (digest),
  KEY access_token_account_device (account_id, device),
  CONSTRAINT access_token_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- Kept by name and not by account, so that a name nobody has is locked in the same way.
CREATE TABLE sign_in_attempt (
  user_name    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempts     INT         NOT NULL,
  last_at      DATETIME(6) NOT NULL,
  locked_until DATETIME(6) NULL,
  PRIMARY KEY (user_name),
  KEY sign_in_attempt_last_at (last_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
