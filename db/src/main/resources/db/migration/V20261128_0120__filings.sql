-- What a filing rests on, whether somebody has checked it, how long it holds, and the plates a vehicle had before.
ALTER TABLE vehicle
  -- How the emission stage was established; empty where nobody has said.
  ADD COLUMN evidence        VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN list_photo      CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'environmental list, by digest',
  ADD COLUMN licence_photo   CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'vehicle licence, by digest',
  ADD COLUMN valid_until     DATE         NULL COMMENT 'last day on which the filing holds',
  ADD COLUMN service         VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'ACTIVE',
  -- What was on file before there was a review is in force.
  ADD COLUMN review          VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'IN_FORCE',
  ADD COLUMN temporary_until DATETIME(6)  NULL COMMENT 'filed at the lane for the time being',
  ADD COLUMN submitted_by    VARCHAR(64)  NULL,
  ADD COLUMN reviewed_by     VARCHAR(64)  NULL,
  ADD COLUMN reviewed_at     DATETIME(6)  NULL,
  ADD COLUMN returned_for    VARCHAR(500) NULL,
  -- The queue of what waits for review, which must not read all vehicles.
  ADD KEY vehicle_review (review, plate, id),
  -- A fleet's vehicles, and every fleet's shares by stage.
  ADD KEY vehicle_owner (owner, stage, service);

CREATE TABLE former_plate (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  vehicle_id  BIGINT       NOT NULL,
  plate       VARCHAR(10)  COLLATE utf8mb4_bin NOT NULL,
  plate_color VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  given_up_at DATETIME(6)  NOT NULL,
  reason      VARCHAR(200) NOT NULL,
  changed_by  VARCHAR(64)  NOT NULL,
  PRIMARY KEY (id),
  -- A vehicle's page shows the plates it had.
  KEY former_plate_vehicle (vehicle_id, id),
  -- Looking for an old plate finds the vehicle that had it.
  KEY former_plate_plate (plate, plate_color),
  CONSTRAINT former_plate_of FOREIGN KEY (vehicle_id) REFERENCES vehicle (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
