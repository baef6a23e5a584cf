CREATE SEQUENCE "public"."report_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "file_views" (
	"file_id" text NOT NULL,
	"person_id" text NOT NULL,
	"business_date" text NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	CONSTRAINT "file_views_file_id_person_id_business_date_pk" PRIMARY KEY("file_id","person_id","business_date")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"file_id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"sha256" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"is_redacted" boolean DEFAULT false NOT NULL,
	"is_attached" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"person_id" text NOT NULL,
	"policy_version" text NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	CONSTRAINT "consents_person_id_policy_version_pk" PRIMARY KEY("person_id","policy_version")
);
--> statement-breakpoint
CREATE TABLE "desktop_sign_ins" (
	"ticket" text PRIMARY KEY NOT NULL,
	"secret_digest" text NOT NULL,
	"short_code" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"person_id" text,
	"claimed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"grant_id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"area_id" text,
	"unit_id" text,
	"granted_by" text,
	"granted_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"person_id" text NOT NULL,
	"operation" text NOT NULL,
	"key" text NOT NULL,
	"digest" text NOT NULL,
	"answer" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_person_id_operation_key_pk" PRIMARY KEY("person_id","operation","key")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"person_id" text PRIMARY KEY NOT NULL,
	"display_name" text NOT NULL,
	"openid" text,
	"demo_name" text,
	"consented_policy" text,
	"created_at" timestamp with time zone NOT NULL,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "areas" (
	"area_id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"parent_id" text,
	"shape" jsonb NOT NULL,
	"centre_longitude" double precision NOT NULL,
	"centre_latitude" double precision NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unit_coverage" (
	"unit_id" text NOT NULL,
	"area_id" text NOT NULL,
	"covers" text NOT NULL,
	CONSTRAINT "unit_coverage_unit_id_area_id_covers_pk" PRIMARY KEY("unit_id","area_id","covers")
);
--> statement-breakpoint
CREATE TABLE "units" (
	"unit_id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"rank" double precision DEFAULT 100 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "point_balances" (
	"account" text PRIMARY KEY NOT NULL,
	"balance" integer NOT NULL,
	CONSTRAINT "people_are_never_below_zero" CHECK ("point_balances"."account" not like 'person:%' or "point_balances"."account" like '%:debt' or "point_balances"."balance" >= 0)
);
--> statement-breakpoint
CREATE TABLE "point_lines" (
	"transaction_id" text NOT NULL,
	"account" text NOT NULL,
	"amount" integer NOT NULL,
	"person_id" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "point_lines_transaction_id_account_pk" PRIMARY KEY("transaction_id","account")
);
--> statement-breakpoint
CREATE TABLE "point_transactions" (
	"transaction_id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"rule" text NOT NULL,
	"rule_version" integer NOT NULL,
	"cause" text NOT NULL,
	"person_id" text NOT NULL,
	"business_date" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"clipped" integer DEFAULT 0 NOT NULL,
	"digest" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_days" (
	"date" date PRIMARY KEY NOT NULL,
	"is_workday" boolean NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "categories" (
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"group_code" text NOT NULL,
	"group_name" text NOT NULL,
	"name" text NOT NULL,
	"mode" text NOT NULL,
	"hours" double precision NOT NULL,
	"clock" text NOT NULL,
	"is_urgent" boolean NOT NULL,
	"is_referred_by_default" boolean NOT NULL,
	"duplicate_radius_metres" double precision NOT NULL,
	"quick_button" integer,
	"handler" text NOT NULL,
	"pinyin" text NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	CONSTRAINT "categories_code_version_pk" PRIMARY KEY("code","version")
);
--> statement-breakpoint
CREATE TABLE "routing_rules" (
	"rule_id" text PRIMARY KEY NOT NULL,
	"covers" text NOT NULL,
	"area_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"is_active" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hot_spots" (
	"report_id" text PRIMARY KEY NOT NULL,
	"category_code" text NOT NULL,
	"grid_id" text NOT NULL,
	"longitude" double precision NOT NULL,
	"latitude" double precision NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_escalations" (
	"report_id" text NOT NULL,
	"version" integer NOT NULL,
	"level" integer NOT NULL,
	"tells" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "report_escalations_report_id_version_level_pk" PRIMARY KEY("report_id","version","level")
);
--> statement-breakpoint
CREATE TABLE "report_history" (
	"report_id" text NOT NULL,
	"version" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"role" text NOT NULL,
	"actor_id" text,
	"unit_id" text,
	"rule_id" text,
	"reason_code" text,
	"note" text,
	"referred_to" text,
	"reference_number" text,
	"master_id" text,
	"photo_ids" jsonb NOT NULL,
	CONSTRAINT "report_history_report_id_version_pk" PRIMARY KEY("report_id","version")
);
--> statement-breakpoint
CREATE TABLE "report_objections" (
	"report_id" text NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "report_objections_report_id_person_id_pk" PRIMARY KEY("report_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "report_people" (
	"report_id" text NOT NULL,
	"person_id" text NOT NULL,
	"relation" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "report_people_report_id_person_id_pk" PRIMARY KEY("report_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "report_photos" (
	"report_id" text NOT NULL,
	"file_id" text NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"added_by" text,
	"taken_at" timestamp with time zone NOT NULL,
	CONSTRAINT "report_photos_report_id_file_id_pk" PRIMARY KEY("report_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"report_id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"mode" text NOT NULL,
	"category_code" text NOT NULL,
	"category_version" integer NOT NULL,
	"longitude" double precision NOT NULL,
	"latitude" double precision NOT NULL,
	"grid_id" text NOT NULL,
	"community_id" text NOT NULL,
	"street_id" text NOT NULL,
	"city_id" text NOT NULL,
	"reporter_id" text,
	"shows_name_to_unit" boolean NOT NULL,
	"is_self_found" boolean NOT NULL,
	"text" text,
	"cover_file_id" text,
	"submitted_at" timestamp with time zone NOT NULL,
	"observed_at" timestamp with time zone NOT NULL,
	"state_since" timestamp with time zone NOT NULL,
	"sort_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"clock" jsonb,
	"kept_clocks" jsonb NOT NULL,
	"escalation" integer NOT NULL,
	"next_escalation_at" timestamp with time zone,
	"overdue_minutes" double precision NOT NULL,
	"unit_id" text,
	"handler_id" text,
	"first_closer_id" text,
	"rejecter_id" text,
	"return_count" integer NOT NULL,
	"rework_count" integer NOT NULL,
	"upheld_count" integer NOT NULL,
	"objection_from" text,
	"master_id" text,
	"merged_count" integer NOT NULL,
	"follower_count" integer NOT NULL,
	"question" text,
	"suspension_request" jsonb,
	"closing_round" integer NOT NULL,
	"closed_at" timestamp with time zone,
	"points_release_at" timestamp with time zone,
	"rating" integer,
	"rating_comment" text,
	"recurrence_of" text,
	"recurrence_due_at" timestamp with time zone,
	"recurrence" text,
	"published_at" timestamp with time zone,
	"published_summary" text,
	"published_before_id" text,
	"published_after_id" text
);
--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_person_id_people_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_coverage" ADD CONSTRAINT "unit_coverage_unit_id_units_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("unit_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_coverage" ADD CONSTRAINT "unit_coverage_area_id_areas_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("area_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "point_lines" ADD CONSTRAINT "point_lines_transaction_id_point_transactions_transaction_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."point_transactions"("transaction_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_history" ADD CONSTRAINT "report_history_report_id_reports_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("report_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_people" ADD CONSTRAINT "report_people_report_id_reports_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("report_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_photos" ADD CONSTRAINT "report_photos_report_id_reports_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("report_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "desktop_sign_ins_code" ON "desktop_sign_ins" USING btree ("short_code");--> statement-breakpoint
CREATE INDEX "grants_person" ON "grants" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_age" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "people_openid" ON "people" USING btree ("openid");--> statement-breakpoint
CREATE UNIQUE INDEX "people_demo_name" ON "people" USING btree ("demo_name");--> statement-breakpoint
CREATE INDEX "areas_parent" ON "areas" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "point_lines_person" ON "point_lines" USING btree ("person_id","at" DESC NULLS LAST,"transaction_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "point_transactions_day" ON "point_transactions" USING btree ("person_id","business_date","rule");--> statement-breakpoint
CREATE INDEX "point_transactions_cause" ON "point_transactions" USING btree ("cause");--> statement-breakpoint
CREATE INDEX "hot_spots_grid" ON "hot_spots" USING btree ("grid_id","category_code");--> statement-breakpoint
CREATE INDEX "report_history_actor" ON "report_history" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "report_people_person" ON "report_people" USING btree ("person_id","since" DESC NULLS LAST,"report_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "report_photos_file" ON "report_photos" USING btree ("file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reports_number" ON "reports" USING btree ("number");--> statement-breakpoint
CREATE INDEX "reports_work" ON "reports" USING btree ("state","sort_at","report_id");--> statement-breakpoint
CREATE INDEX "reports_work_street" ON "reports" USING btree ("street_id","state","sort_at","report_id");--> statement-breakpoint
CREATE INDEX "reports_work_community" ON "reports" USING btree ("community_id","state","sort_at","report_id");--> statement-breakpoint
CREATE INDEX "reports_work_unit" ON "reports" USING btree ("unit_id","state","sort_at","report_id");--> statement-breakpoint
CREATE INDEX "reports_near" ON "reports" USING btree ("category_code","latitude");--> statement-breakpoint
CREATE INDEX "reports_escalation" ON "reports" USING btree ("next_escalation_at") WHERE "reports"."next_escalation_at" is not null;--> statement-breakpoint
CREATE INDEX "reports_release" ON "reports" USING btree ("points_release_at") WHERE "reports"."points_release_at" is not null;--> statement-breakpoint
CREATE INDEX "reports_recurrence" ON "reports" USING btree ("recurrence_due_at") WHERE "reports"."recurrence_due_at" is not null;--> statement-breakpoint
CREATE INDEX "reports_published" ON "reports" USING btree ("published_at" DESC NULLS LAST,"report_id" DESC NULLS LAST) WHERE "reports"."published_at" is not null;--> statement-breakpoint
CREATE INDEX "reports_master" ON "reports" USING btree ("master_id") WHERE "reports"."master_id" is not null;