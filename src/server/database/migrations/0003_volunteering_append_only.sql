-- What happened in volunteering is added to and never changed: a correction is a new row.
create trigger activity_history_is_append_only before update or delete on activity_history for each row execute function refuse_change();
--> statement-breakpoint
create trigger sign_up_history_is_append_only before update or delete on sign_up_history for each row execute function refuse_change();
--> statement-breakpoint
create trigger presence_facts_are_append_only before update or delete on presence_facts for each row execute function refuse_change();
--> statement-breakpoint
create trigger hour_entries_are_append_only before update or delete on hour_entries for each row execute function refuse_change();
