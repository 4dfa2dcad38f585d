-- Corrections of passages: the whole record as it should have read. Written once; the last place of a passage holds.
-- The id is its entry's place in the ledger, counted from one.
CREATE TABLE passage_correction (
  id           BIGINT       NOT NULL PRIMARY KEY,
  passage_id   BIGINT       NOT NULL,
  place        SMALLINT     NOT NULL COMMENT '1 for the first',
  plate        VARCHAR(16)  NULL,
  plate_color  VARCHAR(14)  NULL,
  direction    VARCHAR(3)   NOT NULL,
  vehicle_id   BIGINT       NULL,
  vehicle_type VARCHAR(3)   NULL,
  vehicle_use  VARCHAR(1)   NULL,
  vin          VARCHAR(17)  NULL,
  brand_model  VARCHAR(100) NULL,
  fuel         VARCHAR(12)  NULL,
  stage        VARCHAR(10)  NULL,
  owner        VARCHAR(100) NULL,
  reason       VARCHAR(500) NOT NULL,
  entered_by   VARCHAR(60)  NOT NULL,
  recorded_at  DATETIME(6)  NOT NULL,
  -- Two who correct at once: one of them is refused.
  UNIQUE KEY passage_correction_place (passage_id, place),
  -- A vehicle's passages, also those that were recorded under another plate.
  KEY passage_correction_plate (plate),
  KEY passage_correction_vin (vin),
  CONSTRAINT passage_correction_of FOREIGN KEY (passage_id) REFERENCES passage (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
