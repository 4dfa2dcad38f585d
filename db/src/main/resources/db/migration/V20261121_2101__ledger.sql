-- The append-only ledger: contiguous entries under an RFC 6962 tree.

CREATE TABLE ledger_entry (
  seq         BIGINT         NOT NULL COMMENT 'contiguous from 0',
  kind        VARCHAR(32)    NOT NULL,
  subject     VARCHAR(128)   NOT NULL,
  text        MEDIUMTEXT     NOT NULL COMMENT 'its UTF-8 bytes are the leaf',
  leaf_hash   BINARY(32)     NOT NULL,
  nodes       VARBINARY(2016) NOT NULL COMMENT 'the inner nodes this entry completed, lowest first',
  root_hash   BINARY(32)     NOT NULL COMMENT 'tree head over entries 0 to seq',
  appended_at DATETIME(6)    NOT NULL,
  PRIMARY KEY (seq),
  KEY ledger_entry_subject (kind, subject)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- One row. Whoever appends holds its lock until the commit: that makes the sequence.
CREATE TABLE ledger_head (
  id       TINYINT         NOT NULL,
  size     BIGINT          NOT NULL COMMENT 'number of entries',
  frontier VARBINARY(2016) NOT NULL COMMENT 'roots of the complete subtrees, largest first',
  PRIMARY KEY (id),
  CONSTRAINT ledger_head_single CHECK (id = 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO ledger_head (id, size, frontier) VALUES (1, 0, '');

CREATE TRIGGER ledger_entry_never_changed BEFORE UPDATE ON ledger_entry FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ledger_entry is append-only: a correction is a new entry';

CREATE TRIGGER ledger_entry_never_deleted BEFORE DELETE ON ledger_entry FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ledger_entry is append-only: nothing is deleted';

CREATE TRIGGER ledger_head_never_deleted BEFORE DELETE ON ledger_head FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ledger_head is the ledger''s only counter';

DELIMITER $$
CREATE TRIGGER ledger_head_only_grows BEFORE UPDATE ON ledger_head FOR EACH ROW
  IF NEW.size <> OLD.size + 1 THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ledger_head grows by one entry at a time';
  END IF
$$
DELIMITER ;
