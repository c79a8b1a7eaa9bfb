//! D29: Obstacles with a reason; resources needed and whether requested; remedial action; escalation with date.
// test: d29_obstacles_resources_escalations
