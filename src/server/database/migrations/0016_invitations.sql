CREATE TABLE "invitations" (
	"code_digest" text PRIMARY KEY NOT NULL,
	"role" text NOT NULL,
	"area_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"redeemed_by" text,
	"redeemed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE UNIQUE INDEX "grants_in_force" ON "grants" USING btree ("person_id","role",coalesce("area_id", ''),coalesce("unit_id", '')) WHERE "grants"."revoked_at" is null;