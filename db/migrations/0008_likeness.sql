UPDATE addresses SET like_key = CASE kind
  WHEN 'phone' THEN substr(replace(value, '+', ''), -8)
  ELSE lower(replace(substr(value, 1, CASE WHEN instr(value, '+') BETWEEN 1 AND instr(value, '@') THEN instr(value, '+') ELSE instr(value, '@') END - 1), '.', ''))
END;--> statement-breakpoint
UPDATE contacts SET state = json_set(state, '$.consents', json('{}')) WHERE state ->> '$.consents' IS NULL;
