-- What the lane's camera saw when a boom rose without a command, or why there is no picture.
ALTER TABLE barrier_record
  ADD COLUMN photo        CHAR(64)     NULL COMMENT 'SHA-256 of the picture',
  ADD COLUMN photo_answer VARCHAR(500) NULL COMMENT 'what the camera answered; empty while it was not asked',
  -- every minute: lifts whose camera was not asked, which are none as a rule
  ADD KEY barrier_record_photo (kind, photo_answer(1));

UPDATE barrier_record SET photo_answer = '没有照片：当时的版本不拍照' WHERE kind = 'UNEXPLAINED_LIFT';
