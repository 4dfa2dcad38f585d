-- A strategy is a series of editions, none of which is ever changed or deleted; the latest counts.
ALTER TABLE control_strategy
  -- The number by which everybody knows the strategy: that of its first edition.
  ADD COLUMN series       BIGINT       NULL AFTER id,
  ADD COLUMN edition      INT          NOT NULL DEFAULT 1 AFTER series,
  ADD COLUMN latest       BOOLEAN      NOT NULL DEFAULT TRUE AFTER edition,
  ADD COLUMN act          VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'ADDED',
  ADD COLUMN who          VARCHAR(64)  NOT NULL DEFAULT '',
  ADD COLUMN why          VARCHAR(200) NOT NULL DEFAULT '',
  ADD COLUMN response     VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'NONE' AFTER alert,
  ADD COLUMN daily_from   TIME         NULL,
  ADD COLUMN daily_until  TIME         NULL,
  -- One a line: fleets' names may have commas.
  ADD COLUMN spared_plates TEXT        NULL,
  ADD COLUMN spared_fleets TEXT        NULL,
  ADD COLUMN spared_why   VARCHAR(100) NOT NULL DEFAULT '',
  -- Empty for a strategy set here.
  ADD COLUMN platform     VARCHAR(64)  NULL,
  ADD COLUMN platform_no  VARCHAR(64)  NULL,
  -- What the platform says in words is sometimes a page.
  MODIFY COLUMN measure   VARCHAR(2000) NOT NULL,
  ADD UNIQUE KEY control_strategy_edition (series, edition),
  -- A platform sends the same strategy again and again.
  ADD KEY control_strategy_platform (platform, platform_no, edition);
UPDATE control_strategy SET series = id;

ALTER TABLE strategy_ban
  -- Names or codes separated by commas; empty means all of them.
  ADD COLUMN vehicle_groups VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' AFTER heavy_only,
  ADD COLUMN types          VARCHAR(800) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' AFTER vehicle_groups,
  ADD COLUMN uses           VARCHAR(400) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' AFTER types,
  ADD COLUMN directions     VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'IN' AFTER uses;
UPDATE strategy_ban SET vehicle_groups = 'HEAVY_GOODS' WHERE heavy_only;
ALTER TABLE strategy_ban DROP COLUMN heavy_only;

ALTER TABLE exceeding_vehicle
  -- Empty for the house's own list.
  ADD COLUMN platform       VARCHAR(64)  NULL,
  ADD COLUMN vin            VARCHAR(17)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN fuel           VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN stage          VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN added_by       VARCHAR(64)  NOT NULL DEFAULT '',
  ADD COLUMN released_by    VARCHAR(64)  NULL,
  ADD COLUMN release_reason VARCHAR(200) NULL,
  -- Every list a platform sends is compared with what it sent before.
  ADD KEY exceeding_vehicle_platform (platform, released_at),
  -- The screen's list: newest first.
  ADD KEY exceeding_vehicle_issued (issued, id);
