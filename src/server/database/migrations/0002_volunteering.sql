CREATE TABLE "activities" (
	"activity_id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"community_id" text NOT NULL,
	"street_id" text NOT NULL,
	"city_id" text NOT NULL,
	"state" text NOT NULL,
	"title" text NOT NULL,
	"topic" text NOT NULL,
	"description" text,
	"risk_level" integer NOT NULL,
	"risk_note" text NOT NULL,
	"insurance_number" text,
	"bring" text,
	"meeting_place" text,
	"longitude" double precision NOT NULL,
	"latitude" double precision NOT NULL,
	"radius_metres" double precision NOT NULL,
	"needs_approval" boolean NOT NULL,
	"author_id" text,
	"publisher_id" text,
	"created_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	"return_note" text,
	"cancel_reason" text,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "activity_history" (
	"activity_id" text NOT NULL,
	"sequence" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"actor_id" text,
	"note" text,
	CONSTRAINT "activity_history_activity_id_sequence_pk" PRIMARY KEY("activity_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"organisation_id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"area_id" text NOT NULL,
	"is_verified" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shifts" (
	"shift_id" text PRIMARY KEY NOT NULL,
	"activity_id" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"position" text,
	"capacity" integer NOT NULL,
	"taken" integer DEFAULT 0 NOT NULL,
	"next_arrival" integer DEFAULT 1 NOT NULL,
	"waitlisted" integer DEFAULT 0 NOT NULL,
	"min_age" integer,
	"max_age" integer,
	"needed_skills" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"is_cancelled" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"secret" text NOT NULL,
	CONSTRAINT "shifts_never_oversold" CHECK ("shifts"."taken" >= 0 and "shifts"."taken" <= "shifts"."capacity")
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"team_id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "certificates" (
	"code" text PRIMARY KEY NOT NULL,
	"person_id" text,
	"from_date" text NOT NULL,
	"to_date" text NOT NULL,
	"statement" text NOT NULL,
	"key_id" text NOT NULL,
	"signature" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"superseded_by" text,
	"revoked_at" timestamp with time zone,
	"revoked_reason" text
);
--> statement-breakpoint
CREATE TABLE "hour_entries" (
	"entry_id" text PRIMARY KEY NOT NULL,
	"sequence" integer NOT NULL,
	"person_id" text NOT NULL,
	"shift_id" text NOT NULL,
	"activity_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"business_date" text NOT NULL,
	"minutes" integer NOT NULL,
	"grade" text NOT NULL,
	"source" text NOT NULL,
	"reason" text,
	"author_id" text NOT NULL,
	"approver_id" text NOT NULL,
	"reverses_id" text,
	"at" timestamp with time zone NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hour_proposals" (
	"entry_id" text PRIMARY KEY NOT NULL,
	"shift_id" text NOT NULL,
	"person_id" text NOT NULL,
	"minutes" integer NOT NULL,
	"reason" text NOT NULL,
	"photo_ids" jsonb NOT NULL,
	"author_id" text NOT NULL,
	"author_role" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"decision" text,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "hour_standings" (
	"entry_id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"state" text NOT NULL,
	"notice_until" timestamp with time zone NOT NULL,
	"final_at" timestamp with time zone,
	"audit_outcome" text,
	"audit_drawn_at" timestamp with time zone,
	"audit_note" text
);
--> statement-breakpoint
CREATE TABLE "attendances" (
	"shift_id" text NOT NULL,
	"person_id" text NOT NULL,
	"state" text NOT NULL,
	"checked_in_at" timestamp with time zone,
	"checked_out_at" timestamp with time zone,
	"dispute_note" text,
	"verifier_id" text,
	"verifier_note" text,
	"state_since" timestamp with time zone NOT NULL,
	CONSTRAINT "attendances_shift_id_person_id_pk" PRIMARY KEY("shift_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "digit_tries" (
	"person_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "flags" (
	"flag_id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"organisation_id" text NOT NULL,
	"activity_id" text,
	"shift_id" text,
	"person_id" text,
	"entry_id" text,
	"facts" jsonb NOT NULL,
	"freezes" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"decision" text,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "head_counts" (
	"shift_id" text PRIMARY KEY NOT NULL,
	"counted" integer NOT NULL,
	"present" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"staff_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "presence_facts" (
	"fact_id" text PRIMARY KEY NOT NULL,
	"shift_id" text NOT NULL,
	"person_id" text NOT NULL,
	"phase" text NOT NULL,
	"signals" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"staff_id" text,
	"device_id" text,
	"distance_metres" integer,
	"accuracy_metres" integer,
	"clock_offset_seconds" integer,
	"received_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "presence_positions" (
	"fact_id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"longitude" text NOT NULL,
	"latitude" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "used_codes" (
	"person_id" text NOT NULL,
	"code_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "used_codes_person_id_code_id_pk" PRIMARY KEY("person_id","code_id")
);
--> statement-breakpoint
CREATE TABLE "sign_up_history" (
	"shift_id" text NOT NULL,
	"person_id" text NOT NULL,
	"sequence" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"actor_id" text,
	"note" text,
	CONSTRAINT "sign_up_history_shift_id_person_id_sequence_pk" PRIMARY KEY("shift_id","person_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "sign_ups" (
	"shift_id" text NOT NULL,
	"person_id" text NOT NULL,
	"state" text NOT NULL,
	"arrival" integer NOT NULL,
	"is_walk_in" boolean DEFAULT false NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	"state_since" timestamp with time zone NOT NULL,
	"offer_until" timestamp with time zone,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"reminded_at" timestamp with time zone,
	CONSTRAINT "sign_ups_shift_id_person_id_pk" PRIMARY KEY("shift_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "team_members" (
	"team_id" text NOT NULL,
	"person_id" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "team_members_team_id_person_id_pk" PRIMARY KEY("team_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "volunteer_profiles" (
	"person_id" text PRIMARY KEY NOT NULL,
	"birth_date" text,
	"skills" jsonb NOT NULL,
	"guardian_name" text,
	"has_guardian_consent" boolean DEFAULT false NOT NULL,
	"card_secret" text DEFAULT replace(gen_random_uuid()::text, '-', '') NOT NULL,
	"cool_down_until" timestamp with time zone,
	"appeal_reason" text,
	"appealed_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_organisation_id_organisations_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_history" ADD CONSTRAINT "activity_history_activity_id_activities_activity_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("activity_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_activity_id_activities_activity_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("activity_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_organisation_id_organisations_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD CONSTRAINT "sign_ups_shift_id_shifts_shift_id_fk" FOREIGN KEY ("shift_id") REFERENCES "public"."shifts"("shift_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activities_open" ON "activities" USING btree ("state","ends_at","activity_id");--> statement-breakpoint
CREATE INDEX "activities_managed" ON "activities" USING btree ("city_id","created_at" DESC NULLS LAST,"activity_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "activities_organisation" ON "activities" USING btree ("organisation_id","state");--> statement-breakpoint
CREATE INDEX "organisations_area" ON "organisations" USING btree ("area_id");--> statement-breakpoint
CREATE INDEX "shifts_activity" ON "shifts" USING btree ("activity_id","starts_at");--> statement-breakpoint
CREATE INDEX "shifts_starts" ON "shifts" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "shifts_ends" ON "shifts" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "teams_organisation" ON "teams" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "certificates_person" ON "certificates" USING btree ("person_id","issued_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_signature" ON "certificates" USING btree ("signature");--> statement-breakpoint
CREATE UNIQUE INDEX "hour_entries_sequence" ON "hour_entries" USING btree ("sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "hour_entries_reverses" ON "hour_entries" USING btree ("reverses_id");--> statement-breakpoint
CREATE INDEX "hour_entries_person" ON "hour_entries" USING btree ("person_id","at" DESC NULLS LAST,"entry_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "hour_entries_shift" ON "hour_entries" USING btree ("shift_id","person_id");--> statement-breakpoint
CREATE INDEX "hour_entries_organisation" ON "hour_entries" USING btree ("organisation_id","business_date");--> statement-breakpoint
CREATE UNIQUE INDEX "hour_proposals_once" ON "hour_proposals" USING btree ("shift_id","person_id");--> statement-breakpoint
CREATE INDEX "hour_proposals_waiting" ON "hour_proposals" USING btree ("decided_at");--> statement-breakpoint
CREATE INDEX "hour_standings_notice" ON "hour_standings" USING btree ("state","notice_until");--> statement-breakpoint
CREATE INDEX "hour_standings_person" ON "hour_standings" USING btree ("person_id","state");--> statement-breakpoint
CREATE INDEX "attendances_person" ON "attendances" USING btree ("person_id","checked_in_at");--> statement-breakpoint
CREATE INDEX "digit_tries_person" ON "digit_tries" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "flags_organisation" ON "flags" USING btree ("organisation_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "flags_shift" ON "flags" USING btree ("shift_id","person_id");--> statement-breakpoint
CREATE INDEX "flags_at" ON "flags" USING btree ("at" DESC NULLS LAST,"flag_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "presence_facts_shift" ON "presence_facts" USING btree ("shift_id","person_id");--> statement-breakpoint
CREATE INDEX "presence_facts_person" ON "presence_facts" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "used_codes_at" ON "used_codes" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_ups_arrival" ON "sign_ups" USING btree ("shift_id","arrival");--> statement-breakpoint
CREATE INDEX "sign_ups_person" ON "sign_ups" USING btree ("person_id","starts_at");--> statement-breakpoint
CREATE INDEX "sign_ups_queue" ON "sign_ups" USING btree ("shift_id","arrival") WHERE "sign_ups"."state" = 'waitlisted';--> statement-breakpoint
CREATE INDEX "sign_ups_offers" ON "sign_ups" USING btree ("offer_until") WHERE "sign_ups"."state" = 'offered';--> statement-breakpoint
CREATE INDEX "team_members_person" ON "team_members" USING btree ("person_id");