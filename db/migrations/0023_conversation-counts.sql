-- Counting the inbox costs nothing: each change of a conversation moves it from one count to another.
INSERT INTO conversation_counts (agent_id, state, channel, branch_id, assignee_id, count)
	SELECT agent_id, state, channel, coalesce(branch_id, ''), coalesce(assignee_id, ''), count(*) FROM conversations
	GROUP BY agent_id, state, channel, coalesce(branch_id, ''), coalesce(assignee_id, '');
--> statement-breakpoint
CREATE TRIGGER conversations_count_insert AFTER INSERT ON conversations BEGIN
	INSERT INTO conversation_counts (agent_id, state, channel, branch_id, assignee_id, count)
		VALUES (new.agent_id, new.state, new.channel, coalesce(new.branch_id, ''), coalesce(new.assignee_id, ''), 1)
		ON CONFLICT DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER conversations_count_delete AFTER DELETE ON conversations BEGIN
	UPDATE conversation_counts SET count = count - 1 WHERE agent_id = old.agent_id AND state = old.state AND channel = old.channel
		AND branch_id = coalesce(old.branch_id, '') AND assignee_id = coalesce(old.assignee_id, '');
END;
--> statement-breakpoint
CREATE TRIGGER conversations_count_update AFTER UPDATE OF state, channel, branch_id, assignee_id ON conversations
	WHEN new.state IS NOT old.state OR new.channel IS NOT old.channel OR new.branch_id IS NOT old.branch_id OR new.assignee_id IS NOT old.assignee_id
BEGIN
	UPDATE conversation_counts SET count = count - 1 WHERE agent_id = old.agent_id AND state = old.state AND channel = old.channel
		AND branch_id = coalesce(old.branch_id, '') AND assignee_id = coalesce(old.assignee_id, '');
	INSERT INTO conversation_counts (agent_id, state, channel, branch_id, assignee_id, count)
		VALUES (new.agent_id, new.state, new.channel, coalesce(new.branch_id, ''), coalesce(new.assignee_id, ''), 1)
		ON CONFLICT DO UPDATE SET count = count + 1;
END;
