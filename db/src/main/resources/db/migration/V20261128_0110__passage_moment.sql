-- What a camera tells from its memory is compared with what it told already: by camera and the camera's own time.
CREATE INDEX passage_moment ON passage (camera_id, device_at);
