-- A channel may be left in peace at night; what is not urgent waits until then.
ALTER TABLE alarm_channel
  ADD COLUMN quiet_from  TIME NULL,
  ADD COLUMN quiet_until TIME NULL,
  ADD CONSTRAINT alarm_channel_quiet CHECK ((quiet_from IS NULL) = (quiet_until IS NULL));

-- Whether a vehicle was alarmed about today already: asked once for each passage that gives cause.
ALTER TABLE alarm ADD KEY alarm_of_day (kind, subject, raised_at);
