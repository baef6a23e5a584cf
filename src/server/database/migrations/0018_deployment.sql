CREATE TABLE "deployment" (
	"name" text PRIMARY KEY NOT NULL,
	"identity" text NOT NULL,
	"secret_fingerprint" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
