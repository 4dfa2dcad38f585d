-- Lanes that take nobody until they are opened again; a row goes when it is, the ledger keeps both.
CREATE TABLE closed_lane (
  lane_id VARCHAR(8)   NOT NULL PRIMARY KEY,
  since   DATETIME(6)  NOT NULL,
  by_whom VARCHAR(60)  NOT NULL,
  reason  VARCHAR(40)  NOT NULL COMMENT 'as the driver reads it'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
