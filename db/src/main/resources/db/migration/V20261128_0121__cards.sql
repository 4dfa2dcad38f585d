-- Cards of what never leaves the plant: vehicles and non-road machines. Codes, VINs and PINs are compared byte for byte.
CREATE TABLE plant_vehicle (
  id            BIGINT       NOT NULL AUTO_INCREMENT,
  version       BIGINT       NOT NULL,
  code          VARCHAR(32)  COLLATE utf8mb4_bin NOT NULL COMMENT 'environmental code, or the plant''s own number',
  plate         VARCHAR(10)  COLLATE utf8mb4_bin NULL,
  vin           VARCHAR(17)  COLLATE utf8mb4_bin NULL,
  made          DATE         NULL COMMENT 'registered or made',
  model         VARCHAR(100) NULL,
  fuel          VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  stage         VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  telematics    BOOLEAN      NOT NULL,
  engine_no     VARCHAR(32)  NULL,
  list_photo    CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NULL,
  licence_photo CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NULL,
  owner         VARCHAR(100) NULL,
  service       VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  filed_at      DATETIME(6)  NOT NULL,
  changed_at    DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  -- One card a vehicle; also the order in which the list is paged.
  UNIQUE KEY plant_vehicle_code (code),
  UNIQUE KEY plant_vehicle_vin (vin)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE machine (
  id            BIGINT       NOT NULL AUTO_INCREMENT,
  version       BIGINT       NOT NULL,
  code          VARCHAR(32)  COLLATE utf8mb4_bin NOT NULL COMMENT 'environmental registration code',
  plate         VARCHAR(10)  COLLATE utf8mb4_bin NULL,
  kind          VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  pin           VARCHAR(64)  COLLATE utf8mb4_bin NULL,
  disclosure_no CHAR(24)     CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'of the type, not of the machine',
  tag           VARCHAR(128) COLLATE utf8mb4_bin NULL COMMENT 'what a scanner reads from the tag on it',
  made          DATE         NULL,
  model         VARCHAR(100) NULL,
  fuel          VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  stage         VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  engine_model  VARCHAR(100) NULL,
  engine_maker  VARCHAR(100) NULL,
  engine_no     VARCHAR(32)  NULL,
  plate_photo   CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the machine''s name plate',
  engine_photo  CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NULL,
  label_photo   CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'environmental label',
  owner         VARCHAR(100) NULL,
  service       VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  filed_at      DATETIME(6)  NOT NULL,
  changed_at    DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  -- One card a machine; also the order in which the list is paged.
  UNIQUE KEY machine_code (code),
  -- A keeper scans one of these and gets the card.
  UNIQUE KEY machine_pin (pin),
  UNIQUE KEY machine_tag (tag)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
