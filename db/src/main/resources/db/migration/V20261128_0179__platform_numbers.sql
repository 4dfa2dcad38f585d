-- Some platforms number an entrance and want that number with the exit.

ALTER TABLE dispatch
  ADD vehicle    VARCHAR(40)  NULL COMMENT 'plate and colour of a passage, so that an exit finds its entrance',
  ADD through_id VARCHAR(128) NULL COMMENT 'what the platform calls it',
  ADD KEY dispatch_vehicle (platform_id, vehicle, ledger_seq);   -- a vehicle's passages before this one
