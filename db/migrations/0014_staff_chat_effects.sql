UPDATE `outbox` SET
  `key` = CASE `type` WHEN 'desk.show' THEN 'card.show' WHEN 'desk.relay' THEN 'thread.post' ELSE 'post.remove' END || substr(`key`, length(`type`) + 1),
  `type` = CASE `type` WHEN 'desk.show' THEN 'card.show' WHEN 'desk.relay' THEN 'thread.post' ELSE 'post.remove' END
WHERE `type` IN ('desk.show', 'desk.relay', 'desk.remove');
