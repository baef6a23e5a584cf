-- History and ledger are added to and never changed: a correction is a new row. The database says so, whoever asks.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end
$$;
--> statement-breakpoint
create trigger report_history_is_append_only before update or delete on report_history for each row execute function refuse_change();
--> statement-breakpoint
create trigger point_transactions_are_append_only before update or delete on point_transactions for each row execute function refuse_change();
--> statement-breakpoint
create trigger point_lines_are_append_only before update or delete on point_lines for each row execute function refuse_change();
