-- Weights that came to rest on a weighbridge. The id is its entry's place in the ledger, counted from one.
CREATE TABLE weighing (
  id            BIGINT        NOT NULL PRIMARY KEY,
  lane_id       VARCHAR(8)    NOT NULL,
  device_id     VARCHAR(40)   NOT NULL,
  event_id      VARCHAR(80)   NOT NULL COLLATE utf8mb4_bin,
  weighed_at    DATETIME(6)   NOT NULL,
  -- As the indicator told them: none is reckoned from the others here.
  gross_kg      DECIMAL(12,3) NULL,
  tare_kg       DECIMAL(12,3) NULL,
  net_kg        DECIMAL(12,3) NULL,
  stable_frames INT           NOT NULL,
  -- The event of the same device that this weight replaces: the vehicle came to rest elsewhere.
  corrects      VARCHAR(80)   NULL COLLATE utf8mb4_bin,
  raw_digest    CHAR(64)      NOT NULL,
  -- A weight that is delivered again is the same weighing.
  UNIQUE KEY weighing_event (device_id, event_id),
  KEY weighing_corrected (device_id, corrects),
  KEY weighing_lane (lane_id, weighed_at),
  KEY weighing_time (weighed_at, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Codes that a scanner or reader at a lane read. The id is its entry's place in the ledger, counted from one.
CREATE TABLE tag_seen (
  id         BIGINT        NOT NULL PRIMARY KEY,
  lane_id    VARCHAR(8)    NOT NULL,
  device_id  VARCHAR(40)   NOT NULL,
  event_id   VARCHAR(80)   NOT NULL COLLATE utf8mb4_bin,
  seen_at    DATETIME(6)   NOT NULL,
  kind       VARCHAR(16)   NOT NULL,
  -- The number within the text, e.g. the VIN at the end of an address.
  number     VARCHAR(1024) NOT NULL,
  text       VARCHAR(1024) NOT NULL,
  raw_digest CHAR(64)      NOT NULL,
  UNIQUE KEY tag_seen_event (device_id, event_id),
  KEY tag_seen_lane (lane_id, seen_at),
  KEY tag_seen_time (seen_at, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What a vehicle carried, as accepted or typed; a correction is a further row with the next place.
CREATE TABLE passage_load (
  id          BIGINT        NOT NULL PRIMARY KEY,
  passage_id  BIGINT        NOT NULL,
  serial_no   VARCHAR(46)   NOT NULL,
  -- 1 is the first, the highest is the one that holds.
  place       INT           NOT NULL,
  source      VARCHAR(10)   NOT NULL,
  cargo       VARCHAR(32)   NULL,
  tonnes      DECIMAL(9,3)  NULL,
  weighing_id BIGINT        NULL,
  -- The weighing again, in the first row that uses it: one weighing belongs to one passage.
  claims      BIGINT        NULL,
  gross_kg    DECIMAL(12,3) NULL,
  tare_kg     DECIMAL(12,3) NULL,
  net_kg      DECIMAL(12,3) NULL,
  entered_by  VARCHAR(60)   NULL,
  recorded_at DATETIME(6)   NOT NULL,
  UNIQUE KEY passage_load_place (passage_id, place),
  UNIQUE KEY passage_load_claims (claims),
  KEY passage_load_weighing (weighing_id),
  CONSTRAINT passage_load_passage FOREIGN KEY (passage_id) REFERENCES passage (id),
  CONSTRAINT passage_load_weighed FOREIGN KEY (weighing_id) REFERENCES weighing (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
