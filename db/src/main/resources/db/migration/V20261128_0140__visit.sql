-- Visits: entrance and exit of one vehicle as a pair. Reckoned from the ledger's passages, releases and closings; may be emptied and
-- reckoned again at any time. The id is that of its first passage.
CREATE TABLE visit (
  id          BIGINT       NOT NULL PRIMARY KEY,
  state       VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'INSIDE, LEFT, EXIT_MISSED, ENTRANCE_MISSED',
  plate       VARCHAR(16)  NOT NULL,
  plate_color VARCHAR(14)  NOT NULL,
  vin         VARCHAR(17)  NULL,
  owner       VARCHAR(100) NULL,
  stage       VARCHAR(10)  NULL,
  in_passage  BIGINT       NULL,
  in_at       DATETIME(6)  NULL,
  in_lane     VARCHAR(8)   NULL,
  out_passage BIGINT       NULL,
  out_at      DATETIME(6)  NULL,
  out_lane    VARCHAR(8)   NULL,
  began_at    DATETIME(6)  NOT NULL COMMENT 'the first passage of it',
  ended_at    DATETIME(6)  NULL COMMENT 'the exit; where it was missed, what a person said or when the vehicle came again',
  closing     BIGINT       NULL COMMENT 'the person''s word that holds',
  -- A passage belongs to one visit; its page looks for it.
  UNIQUE KEY visit_in (in_passage),
  UNIQUE KEY visit_out (out_passage),
  -- The order of the list, of all and of one state.
  KEY visit_time (began_at, id),
  KEY visit_state (state, began_at, id),
  -- What is reckoned again when a vehicle passes.
  KEY visit_plate (plate, began_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What people say about a missed exit or entrance. The id is its entry's place in the ledger, counted from one.
CREATE TABLE visit_closing (
  id          BIGINT       NOT NULL PRIMARY KEY,
  passage_id  BIGINT       NOT NULL COMMENT 'the visit''s first passage',
  moment      DATETIME(6)  NULL COMMENT 'when it left or came, as far as anybody knows',
  reason      VARCHAR(500) NOT NULL,
  entered_by  VARCHAR(60)  NULL COMMENT 'empty if it was over by itself',
  recorded_at DATETIME(6)  NOT NULL,
  KEY visit_closing_of (passage_id, id),
  CONSTRAINT visit_closing_passage FOREIGN KEY (passage_id) REFERENCES passage (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Passages whose vehicle a person let in, from the ledger's release entries; reckoned like the visits.
CREATE TABLE visit_release (
  passage_id BIGINT NOT NULL PRIMARY KEY
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- One row: how many of the ledger's entries the visits know.
CREATE TABLE visit_mark (
  id   TINYINT NOT NULL PRIMARY KEY,
  done BIGINT  NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- A vehicle's passages under every plate it had.
ALTER TABLE passage ADD KEY passage_vin (vin, seen_at);
