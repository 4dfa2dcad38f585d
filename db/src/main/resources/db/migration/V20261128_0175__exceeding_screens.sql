-- What the house saw when it listed a vehicle: a picture, kept by its digest.
ALTER TABLE exceeding_vehicle ADD COLUMN evidence CHAR(64) NULL COMMENT 'digest of a picture';

-- When a platform sent its list, and what that changed. A list that changed nothing only moves
-- last_at of the newest one on, so that a platform may send as often as it likes.
CREATE TABLE list_reception (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  platform    VARCHAR(30)  NOT NULL,
  source      VARCHAR(50)  NOT NULL,
  whole       BOOLEAN      NOT NULL COMMENT 'the whole list, not only what changed',
  added       INT          NOT NULL,
  amended     INT          NOT NULL,
  released    INT          NOT NULL,
  unchanged   INT          NOT NULL,
  received_at DATETIME(6)  NOT NULL,
  last_at     DATETIME(6)  NOT NULL,
  -- The newest of a platform is looked up at every reception.
  KEY by_platform (platform, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
