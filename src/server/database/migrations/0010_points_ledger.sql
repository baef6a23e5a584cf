CREATE TABLE "point_adjustments" (
	"adjustment_id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"amount" integer NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"is_open" boolean NOT NULL,
	"proposer_id" text NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"decider_id" text,
	"decided_at" timestamp with time zone,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "point_budgets" (
	"rule" text NOT NULL,
	"year" integer NOT NULL,
	"given" integer NOT NULL,
	CONSTRAINT "point_budgets_rule_year_pk" PRIMARY KEY("rule","year")
);
--> statement-breakpoint
CREATE TABLE "point_holds" (
	"hold_id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"amount" integer NOT NULL,
	"purpose" text NOT NULL,
	"cause" text NOT NULL,
	"state" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"resolved_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "point_lot_moves" (
	"transaction_id" text NOT NULL,
	"lot_id" text NOT NULL,
	"amount" integer NOT NULL,
	CONSTRAINT "point_lot_moves_transaction_id_lot_id_pk" PRIMARY KEY("transaction_id","lot_id")
);
--> statement-breakpoint
CREATE TABLE "point_lots" (
	"lot_id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"amount" integer NOT NULL,
	"left_amount" integer NOT NULL,
	"expires_on" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"warned_days" integer,
	CONSTRAINT "lots_are_never_below_zero" CHECK ("point_lots"."left_amount" >= 0)
);
--> statement-breakpoint
CREATE TABLE "point_rule_versions" (
	"rule" text NOT NULL,
	"version" integer NOT NULL,
	"value" integer,
	"caps" jsonb NOT NULL,
	"budget" integer,
	"effective_from" text NOT NULL,
	"author_id" text,
	"reason" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "point_rule_versions_rule_version_pk" PRIMARY KEY("rule","version")
);
--> statement-breakpoint
ALTER TABLE "point_transactions" ADD COLUMN "clipped_by" text;
--> statement-breakpoint
ALTER TABLE "point_transactions" ADD COLUMN "author_id" text;
--> statement-breakpoint
ALTER TABLE "point_transactions" ADD COLUMN "approver_id" text;
--> statement-breakpoint
ALTER TABLE "point_transactions" ADD COLUMN "note" text;
--> statement-breakpoint
ALTER TABLE "point_lot_moves" ADD CONSTRAINT "point_lot_moves_transaction_id_point_transactions_transaction_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."point_transactions"("transaction_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "point_adjustments_list" ON "point_adjustments" USING btree ("is_open","proposed_at","adjustment_id");
--> statement-breakpoint
CREATE INDEX "point_adjustments_person" ON "point_adjustments" USING btree ("person_id");
--> statement-breakpoint
CREATE INDEX "point_holds_person" ON "point_holds" USING btree ("person_id","state");
--> statement-breakpoint
CREATE UNIQUE INDEX "point_holds_one_freeze" ON "point_holds" USING btree ("person_id") WHERE purpose = 'freeze' and state = 'open';
--> statement-breakpoint
CREATE INDEX "point_lot_moves_lot" ON "point_lot_moves" USING btree ("lot_id");
--> statement-breakpoint
CREATE INDEX "point_lots_left" ON "point_lots" USING btree ("person_id","expires_on","lot_id") WHERE left_amount > 0;
--> statement-breakpoint
CREATE INDEX "point_lots_due" ON "point_lots" USING btree ("expires_on","lot_id") WHERE left_amount > 0;
--> statement-breakpoint
CREATE INDEX "point_transactions_newest" ON "point_transactions" USING btree ("at","transaction_id");
--> statement-breakpoint
CREATE INDEX "point_transactions_budget" ON "point_transactions" USING btree ("rule","business_date");
--> statement-breakpoint
-- What the rules say from the beginning; versions are added to by the city office.
insert into point_rule_versions (rule, version, value, caps, budget, effective_from, at) values
  ('report-solved', 1, 5, '{}', null, '2020-01-01', '2020-01-01T00:00:00+08:00'),
  ('report-followed', 1, 1, '{}', null, '2020-01-01', '2020-01-01T00:00:00+08:00'),
  ('reports', 1, null, '{"perDay": 20}', null, '2020-01-01', '2020-01-01T00:00:00+08:00'),
  ('volunteering', 1, 10, '{"perDay": 40}', null, '2020-01-01', '2020-01-01T00:00:00+08:00'),
  ('quizzes', 1, 1, '{"perDay": 6}', null, '2020-01-01', '2020-01-01T00:00:00+08:00'),
  ('contests', 1, null, '{}', null, '2020-01-01', '2020-01-01T00:00:00+08:00'),
  ('overall', 1, null, '{"perDay": 60}', null, '2020-01-01', '2020-01-01T00:00:00+08:00');
--> statement-breakpoint
-- What is available already becomes one lot a person, made by the last transaction that added to it.
insert into point_lot_moves (transaction_id, lot_id, amount)
select distinct on (b.account) l.transaction_id, l.transaction_id, b.balance
from point_balances b join point_lines l on l.account = b.account and l.amount > 0
where b.account like 'person:%:available' and b.balance > 0
order by b.account, l.at desc, l.transaction_id desc;
--> statement-breakpoint
insert into point_lots (lot_id, person_id, amount, left_amount, expires_on, at)
select m.lot_id, t.person_id, m.amount, m.amount, (extract(year from (t.at at time zone 'UTC') + interval '8 hours')::int + 1) || '-12-31', t.at
from point_lot_moves m join point_transactions t on t.transaction_id = m.lot_id;
--> statement-breakpoint
create trigger point_lot_moves_are_append_only before update or delete on point_lot_moves for each row execute function refuse_change();
--> statement-breakpoint
create trigger point_rule_versions_are_append_only before update or delete on point_rule_versions for each row execute function refuse_change();
