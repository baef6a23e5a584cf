-- A version of a question is what somebody was graded by, and its history says who let it be asked: both are only added to.
create trigger question_versions_are_append_only before update or delete on question_versions for each row execute function refuse_change();
--> statement-breakpoint
create trigger question_history_is_append_only before update or delete on question_history for each row execute function refuse_change();
