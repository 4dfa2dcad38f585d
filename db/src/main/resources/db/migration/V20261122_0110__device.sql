-- What the back office changed about the site file's devices. A device without a row is as the file has it.
CREATE TABLE device (
  id         VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version    BIGINT       NOT NULL,
  lane       VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind       VARCHAR(12)  NOT NULL COMMENT 'CAMERA, BARRIER, DISPLAY, WEIGHBRIDGE, SCANNER',
  state      VARCHAR(8)   NOT NULL COMMENT 'KEPT as here, REMOVED, FILE as the site file has it again',
  driver     VARCHAR(40)  NULL,
  address    VARCHAR(200) NULL,
  user_name  VARCHAR(100) NULL,
  secret     VARBINARY(512) NULL COMMENT 'the password under AES-256-GCM, bound to the id',
  file_mark  CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'a keyed digest of what the file said then',
  changed_at DATETIME(6)  NOT NULL,
  changed_by VARCHAR(60)  NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE device_setting (
  device VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name   VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  value  VARCHAR(200) NOT NULL,
  PRIMARY KEY (device, name),
  CONSTRAINT device_setting_device FOREIGN KEY (device) REFERENCES device (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
