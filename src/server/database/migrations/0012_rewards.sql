CREATE TABLE "board_choices" (
	"person_id" text PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"is_shown" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "redemptions" (
	"redemption_id" text PRIMARY KEY NOT NULL,
	"reward_id" text NOT NULL,
	"person_id" text NOT NULL,
	"title" text NOT NULL,
	"quantity" integer NOT NULL,
	"price_each" integer NOT NULL,
	"state" text NOT NULL,
	"business_date" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"ready_at" timestamp with time zone,
	"kept_until" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"secret" text NOT NULL,
	"handed_over_by" text,
	"on_behalf_by" text,
	"consent" text
);
--> statement-breakpoint
CREATE TABLE "reward_stock_moves" (
	"move_id" text PRIMARY KEY NOT NULL,
	"reward_id" text NOT NULL,
	"change" integer NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" text,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "rewards" (
	"reward_id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"title" text NOT NULL,
	"description" text,
	"kind" text NOT NULL,
	"community_id" text NOT NULL,
	"photo_file_id" text,
	"price" integer NOT NULL,
	"per_person_limit" integer NOT NULL,
	"limit_period" text NOT NULL,
	"opens_on" text,
	"closes_on" text,
	"pick_up_place" text NOT NULL,
	"pick_up_hours" text NOT NULL,
	"sponsor" text,
	"needs_preparing" boolean NOT NULL,
	"stock_left" integer NOT NULL,
	"held_count" integer DEFAULT 0 NOT NULL,
	"fulfilled_count" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "stock_is_never_below_zero" CHECK ("rewards"."stock_left" >= 0 and "rewards"."held_count" >= 0)
);
--> statement-breakpoint
ALTER TABLE "redemptions" ADD CONSTRAINT "redemptions_reward_id_rewards_reward_id_fk" FOREIGN KEY ("reward_id") REFERENCES "public"."rewards"("reward_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "reward_stock_moves" ADD CONSTRAINT "reward_stock_moves_reward_id_rewards_reward_id_fk" FOREIGN KEY ("reward_id") REFERENCES "public"."rewards"("reward_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "board_choices_community" ON "board_choices" USING btree ("community_id","is_shown");
--> statement-breakpoint
CREATE INDEX "redemptions_person" ON "redemptions" USING btree ("person_id","created_at" DESC NULLS LAST,"redemption_id" DESC NULLS LAST);
--> statement-breakpoint
CREATE INDEX "redemptions_limit" ON "redemptions" USING btree ("person_id","reward_id");
--> statement-breakpoint
CREATE INDEX "redemptions_reward" ON "redemptions" USING btree ("reward_id","state","created_at");
--> statement-breakpoint
CREATE INDEX "redemptions_due" ON "redemptions" USING btree ("kept_until") WHERE state in ('reserved', 'confirmed', 'ready');
--> statement-breakpoint
CREATE INDEX "reward_stock_moves_newest" ON "reward_stock_moves" USING btree ("reward_id","at" DESC NULLS LAST,"move_id" DESC NULLS LAST);
--> statement-breakpoint
CREATE INDEX "rewards_community" ON "rewards" USING btree ("community_id","state");
--> statement-breakpoint
CREATE INDEX "rewards_newest" ON "rewards" USING btree ("created_at" DESC NULLS LAST,"reward_id" DESC NULLS LAST);
--> statement-breakpoint
-- How stock changed is added to and never changed, like the ledger it stands beside.
create trigger reward_stock_moves_are_append_only before update or delete on reward_stock_moves for each row execute function refuse_change();
