-- References that were kept by the commands alone. Readings (signal) stay without: they arrive by the million.
ALTER TABLE "account" ADD FOREIGN KEY ("workspace_id", "parent_id") REFERENCES "account" ("workspace_id", "id");
--> statement-breakpoint
ALTER TABLE "health_score" ADD FOREIGN KEY ("workspace_id", "account_id") REFERENCES "account" ("workspace_id", "id");
--> statement-breakpoint
ALTER TABLE "account_health" ADD FOREIGN KEY ("workspace_id", "account_id") REFERENCES "account" ("workspace_id", "id");
--> statement-breakpoint
ALTER TABLE "person" ADD FOREIGN KEY ("workspace_id", "manager_id") REFERENCES "person" ("workspace_id", "id");
--> statement-breakpoint
ALTER TABLE "person_skill" ADD FOREIGN KEY ("workspace_id", "person_id") REFERENCES "person" ("workspace_id", "id");
--> statement-breakpoint
ALTER TABLE "person_skill" ADD FOREIGN KEY ("workspace_id", "skill_id") REFERENCES "skill" ("workspace_id", "id");
--> statement-breakpoint
ALTER TABLE "person_skill" ADD FOREIGN KEY ("workspace_id", "assessor_id") REFERENCES "person" ("workspace_id", "id");
--> statement-breakpoint
ALTER TABLE "cost_rate" ADD FOREIGN KEY ("workspace_id", "person_id") REFERENCES "person" ("workspace_id", "id");
--> statement-breakpoint
ALTER TABLE "membership" ADD FOREIGN KEY ("workspace_id", "person_id") REFERENCES "person" ("workspace_id", "id");
--> statement-breakpoint
ALTER TABLE "contact" ADD FOREIGN KEY ("workspace_id", "relationship_owner_id") REFERENCES "person" ("workspace_id", "id");
--> statement-breakpoint
ALTER TABLE "touchpoint" ADD FOREIGN KEY ("workspace_id", "person_id") REFERENCES "person" ("workspace_id", "id");
--> statement-breakpoint
ALTER TABLE "sync_run" ADD FOREIGN KEY ("workspace_id", "source_id") REFERENCES "source" ("workspace_id", "id");
--> statement-breakpoint
ALTER TABLE "session" ADD FOREIGN KEY ("login_id") REFERENCES "login" ("id");
