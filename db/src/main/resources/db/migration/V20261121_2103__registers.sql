-- Vehicles on file, control strategies and the exceeding list. Codes, plates and VINs are compared byte for byte.
CREATE TABLE vehicle (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  version      BIGINT       NOT NULL,
  plate        VARCHAR(10)  COLLATE utf8mb4_bin NOT NULL,
  plate_color  VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  vehicle_type CHAR(3)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  use_code     CHAR(1)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  vin          VARCHAR(17)  COLLATE utf8mb4_bin NULL,
  brand_model  VARCHAR(100) NULL,
  fuel         VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  stage        VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  telematics   BOOLEAN      NOT NULL,
  registered   DATE         NULL,
  engine_no    VARCHAR(32)  NULL,
  owner        VARCHAR(100) NULL,
  filed_at     DATETIME(6)  NOT NULL,
  changed_at   DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  -- Asked for every truck at the gate.
  UNIQUE KEY vehicle_plate (plate, plate_color),
  -- A second plate on the same VIN is the same vehicle.
  UNIQUE KEY vehicle_vin (vin),
  -- The order in which the list is paged.
  KEY vehicle_page (plate, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE control_strategy (
  id       BIGINT       NOT NULL AUTO_INCREMENT,
  name     VARCHAR(100) NOT NULL,
  alert    VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  from_at  DATETIME(6)  NOT NULL,
  -- Empty only for a daily rule, which the next one replaces.
  until_at DATETIME(6)  NULL,
  measure  VARCHAR(500) NOT NULL,
  added_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE strategy_ban (
  strategy_id BIGINT       NOT NULL,
  place       INT          NOT NULL,
  heavy_only  BOOLEAN      NOT NULL,
  -- Names separated by commas; empty means every fuel.
  fuels       VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  worst       VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (strategy_id, place),
  CONSTRAINT strategy_ban_strategy FOREIGN KEY (strategy_id) REFERENCES control_strategy (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE exceeding_vehicle (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  plate       VARCHAR(10)  COLLATE utf8mb4_bin NOT NULL,
  plate_color VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source      VARCHAR(50)  NOT NULL,
  reason      VARCHAR(200) NOT NULL,
  issued      DATE         NOT NULL,
  added_at    DATETIME(6)  NOT NULL,
  -- Set when the vehicle may pass again; the entry stays.
  released_at DATETIME(6)  NULL,
  PRIMARY KEY (id),
  -- Asked for every truck at the gate.
  KEY exceeding_vehicle_plate (plate, plate_color, released_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
